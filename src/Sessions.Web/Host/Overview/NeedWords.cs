using Microsoft.Extensions.Localization;
using NodaTime;
using Sessions.Scheduling;
using Sessions.Views;

namespace Sessions.Web.Host.Overview;

/// <summary>What needs a host, in words, and where to see to it.</summary>
public static class NeedWords
{
    public static string Title(Need need, IStringLocalizer<Words> l)
    {
        var session = need.Session is { } s ? DeskNames.InSentence(s, l) : "";
        return need.Kind switch
        {
            NeedKind.MailFailed => need.Count == 1 ? l["A mail came back"] : l["{0} mails came back", need.Count],
            NeedKind.NoWayIn => l["{0} has no room link, stream or address", session],
            NeedKind.NoSpeaker => need.Count == 0 ? l["{0} has no speaker", session] : l["{0}: nobody has said yes yet", session],
            NeedKind.NoTitle => need.Count == 1 ? l["{0}: one talk without a title", session] : l["{0}: {1} talks without a title", session, need.Count],
            NeedKind.NoSlides => need.Count == 1 ? l["{0}: slides of one speaker are missing", session] : l["{0}: slides of {1} speakers are missing", session, need.Count],
            NeedKind.WaitingList => need.Count == 1 ? l["{0}: one person is waiting for a place", session] : l["{0}: {1} people are waiting for a place", session, need.Count],
            NeedKind.Proposals => need.Count == 1 ? l["Somebody offered a talk or suggested a topic"] : l["{0} talks and topics were offered or suggested", need.Count],
            NeedKind.OtherDate => need.Count == 1 ? l["{0}: a speaker would come on another date", session] : l["{0}: {1} speakers would come on another date", session, need.Count],
            NeedKind.NoRecordingAndNoWriteUp => l["{0} has no recording and no write-up", session],
            NeedKind.NoRecording => l["{0} has no recording", session],
            NeedKind.NoWriteUp => l["{0} has no write-up", session],
            NeedKind.ConsentWithdrawn => l["{0}: a speaker took back the consent to publish", session],
            NeedKind.ReviewDue => need.Count == 1 ? l["{0}: one resource is to be looked at again", session] : l["{0}: {1} resources are to be looked at again", session, need.Count],
            NeedKind.Reports => need.Count == 1 ? l["{0}: a reader reported something in its archive", session] : l["{0}: {1} reports about its archive", session, need.Count],
            NeedKind.Uses => need.Count == 1 ? l["{0}: somebody tells what they used", session] : l["{0}: {1} people tell what they used", session, need.Count],
            NeedKind.DeadLinks => need.Count == 1 ? l["{0}: one link leads nowhere", session] : l["{0}: {1} links lead nowhere", session, need.Count],
            _ => need.Count == 1 ? l["One session is a draft"] : l["{0} sessions are drafts", need.Count],
        };
    }

    public static string Text(Need need, TodayFacts facts, Instant now, IStringLocalizer<Words> l) => need switch
    {
        { Kind: NeedKind.MailFailed } => string.Join(" ", facts.Failed.Select(m => m.Error is { } error ? $"{m.Recipient}: “{error}”." : $"{m.Recipient}.")),
        { Kind: NeedKind.ConsentWithdrawn } => l["What they had handed in was taken down at once. Nothing is left for you to do but to know it."],
        { Kind: NeedKind.Reports } => l["Read it, and take it down if it must go. One step does both."],
        { Kind: NeedKind.Uses } => l["What you count is added to the sum on its page."],
        { Kind: NeedKind.Proposals } => l["Nobody sees to it yet. Whoever sent it waits for a word."],
        { Kind: NeedKind.OtherDate } => l["Move the talk there, or ask them again."],
        { Kind: NeedKind.Drafts } => l["Only hosts see them. Publishing asks their speakers and opens sign-up."],
        { Session: { When.OverAt: { } over } s } when over <= now => l["Held on {0}, {1}.", TimeWords.Of(s.When).Day ?? "", DeskTimes.Distance(over, now, l)],
        { Session: { When.Start: { } start } s } => Ahead(need, s, start <= now ? l["It began {0}.", DeskTimes.Distance(start, now, l)] : l["It begins {0}.", DeskTimes.Distance(start, now, l)], l),
        _ => "",
    };

    public static string Act(Need need, IStringLocalizer<Words> l) => need.Kind switch
    {
        NeedKind.MailFailed => l["Look at the mail"],
        NeedKind.NoWayIn => l["Add a place"],
        NeedKind.NoSpeaker => l["Ask someone"],
        NeedKind.Proposals or NeedKind.Reports or NeedKind.Uses => l["Read it"],
        NeedKind.NoTitle or NeedKind.NoSlides or NeedKind.OtherDate => l["See the speakers"],
        NeedKind.WaitingList => l["See the list"],
        NeedKind.Drafts => l["See the drafts"],
        NeedKind.ConsentWithdrawn => l["See what it was"],
        NeedKind.ReviewDue or NeedKind.DeadLinks => l["Look at it"],
        _ => l["Add"],
    };

    public static string Path(Need need) => need switch
    {
        { Kind: NeedKind.MailFailed } => "/host/mail",
        { Kind: NeedKind.Proposals } => "/host/offers",
        { Session: null } => "/host/series",
        { Kind: NeedKind.NoWayIn, Session: { } s } => $"{s.DeskPath}/edit",
        { Kind: NeedKind.NoSpeaker or NeedKind.NoTitle or NeedKind.NoSlides or NeedKind.OtherDate, Session: { } s } => $"{s.DeskPath}/speakers",
        { Kind: NeedKind.WaitingList, Session: { } s } => $"{s.DeskPath}/people",
        { Session: { } s } => $"{s.DeskPath}/recording",
    };

    /// <param name="begins">A sentence of its own.</param>
    private static string Ahead(Need need, HostedSession session, string begins, IStringLocalizer<Words> l) => need.Kind switch
    {
        NeedKind.NoWayIn => l["{0} People who signed up can't join without one.", begins],
        NeedKind.NoSpeaker => l["{0} Nothing waits for this; the page can say “to be confirmed”.", begins],
        NeedKind.WaitingList => l["{0} of {1} places are taken. Raising the number lets the next ones in.", session.Confirmed, session.Capacity ?? 0],
        _ => l["{0} Each speaker's own page asks for it.", begins],
    };
}
