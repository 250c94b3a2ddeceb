using Microsoft.Extensions.Localization;
using Sessions.Outbox;
using Sessions.Scheduling;
using Sessions.Views;

namespace Sessions.Web.Host;

/// <summary>What the console calls things.</summary>
public static class DeskNames
{
    /// <summary>"41 Tools and Methods", with an honest gap where there is no title.</summary>
    public static string Of(HostedSession session, IStringLocalizer<Words> l) => Of(session.Number, session.Title ?? session.Theme, l);

    public static string Of(CalendarSession session, IStringLocalizer<Words> l) => Of(session.Number, session.Title ?? session.Theme, l);

    /// <summary>Nothing for a session as usual.</summary>
    public static string? Kind(SessionKind kind, IStringLocalizer<Words> l) => kind == SessionKind.Session ? null : l[SessionKindWords.Of(kind)].Value;

    private static string Of(int? number, string? title, IStringLocalizer<Words> l) =>
        number is { } counted ? $"{counted} {title ?? l["No title yet"]}" : title ?? l["No title yet"];

    /// <summary>Inside a sentence: "Session 41", or the title in quotes.</summary>
    public static string InSentence(HostedSession session, IStringLocalizer<Words> l) => session switch
    {
        { Number: { } number } => l["Session {0}", number],
        { Title: { } title } => l["“{0}”", title],
        _ => session.SeriesName,
    };

    public static string Mail(string kind, IStringLocalizer<Words> l) => kind switch
    {
        "registration.confirmed" => l["Confirmation"],
        "registration.waitlisted" => l["Waiting list"],
        "registration.promoted" => l["A place came free"],
        "registration.withdrawn" => l["Place given up"],
        "registration.invited" => l["Invitation to a later session"],
        "registration.offered" => l["Offer of a place"],
        "registration.offer-ends" => l["Offer about to end"],
        "registration.offer-lapsed" => l["Offer over"],
        "registration.offer-declined" => l["Offer passed on"],
        "registration.reminder" => l["Reminder"],
        "registration.follow-up" => l["After the session"],
        "standing.confirmed" => l["In every session"],
        "standing.left" => l["Series left"],
        "series.following" => l["Follows the series"],
        "series.announced" => l["New dates"],
        "registration.moved-over" => l["Now at another address"],
        "account.own-data" => l["Way to one's own data"],
        "group.message" => l["Message from the hosts"],
        "proposal.received" => l["Proposal received"],
        "proposal.message" => l["About a proposal"],
        "proposal.declined" => l["Proposal declined"],
        "inbound.letter" => l["Letter to the hosts"],
        "archive.notice" => l["Archive needs its hosts"],
        "registration.link" => l["Personal link"],
        "session.moved" => l["New time"],
        "session.cancelled" => l["Cancellation"],
        "speaker.asked" => l["Request to speak"],
        "speaker.missing" => l["Still missing"],
        "speaker.moved" => l["Talk moved"],
        "talk.moved" => l["A talk moved"],
        "speaker.released" => l["Off the programme"],
        "series.invited" => l["Invitation to run a series"],
        _ => l["Mail"],
    };

    /// <summary>The word and the class of a mail's state.</summary>
    public static (string Word, string Class) State(OutboxState state, IStringLocalizer<Words> l) => state switch
    {
        OutboxState.Waiting => (l["Waiting"], ""),
        OutboxState.Sending => (l["Being sent"], "wait"),
        OutboxState.Sent => (l["Sent"], "good"),
        OutboxState.Failed => (l["Came back"], "bad"),
        _ => (l["Not needed any more"], "none"),
    };
}
