using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;
using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Speakers;

/// <summary>The one mail a speaker gets. The calendar entry that travels with it belongs to a higher room.</summary>
internal static class SpeakerEmails
{
    /// <summary>Null when there is nothing to ask any more: answered, cancelled, over, or taken off the programme.</summary>
    public static async Task<AskedFacts?> Facts(SessionsDb db, StandingLinks links, SiteOptions site, Guid appearanceId, Instant now)
    {
        var appearance = await db.Appearances.Include(a => a.Person).FirstOrDefaultAsync(a => a.Id == appearanceId);
        if (appearance is null || appearance.State == AppearanceState.Declined) return null;
        var session = await db.Sessions.Include(s => s.Series).SingleAsync(s => s.Id == appearance.SessionId);
        if (session.IsCancelled || session.When.OverAt <= now) return null;
        return new(appearance.Person!.Name, session.Series!.Name, session.Title, session.When, Wanted(appearance, session.Series.Dues, session.When, now),
            site.Link(links.Path(appearance, appearance.Person)),
            appearance.Person.ProvenAt is null ? site.Link($"/not-me/{links.Token(LinkPurpose.NotMe, appearance.PersonId, appearance.Person.LinkGeneration)}") : null, appearance.Role, session.Series.Terms.CallMinutes);
    }

    public static string Subject(AskedFacts facts, IStringLocalizer words) => TimeWords.Of(facts.When).Day is { } day
        ? words["{0}: {1} on {2}?", facts.Series, SpeakerRoleWords.Will(facts.Role, words), day]
        : words["{0}: {1}?", facts.Series, SpeakerRoleWords.Will(facts.Role, words)];

    public static MailBody Asked(AskedFacts facts, IStringLocalizer words)
    {
        var when = TimeWords.Of(facts.When);
        var isTalk = facts.Role == AppearanceRole.Speaker;
        return new(Subject(facts, words),
        [
            new MailBlock.Kicker(facts.Series),
            new MailBlock.Heading(SpeakerRoleWords.Heading(facts.Role, words)),
            new MailBlock.Facts([.. Facts(facts, when, words)]),
            new MailBlock.Paragraph((string)(facts.Speaker is { } name
                ? words["Hello {0}, the hosts of {1} ask you to {2}.", name, facts.Series, SpeakerRoleWords.Task(facts.Role, words)]
                : words["Hello, the hosts of {0} ask you to {1}.", facts.Series, SpeakerRoleWords.Task(facts.Role, words)])),
            new MailBlock.Button(isTalk ? words["Answer and hand in your talk"] : words["Answer yes or no"], MailLink.Secret(facts.Link)),
            .. isTalk ? Wanted(facts, words) : [],
            new MailBlock.Quiet((string)words["One page, no account. It saves what you type, and the same link opens it again until 90 days after the session. The link is yours alone."]),
            new MailBlock.Footer([.. Foot(facts, words)]),
        ]);
    }

    private static IEnumerable<MailBlock> Wanted(AskedFacts facts, IStringLocalizer words) =>
    [
        new MailBlock.Paragraph((string)words["What we need:"]),
        new MailBlock.Items([.. facts.Wanted.Select(line => (MailText)TalkItemWords.Of(line, words))]),
    ];

    /// <summary>What came along with an offered talk, or from whoever brings them, is not asked for; a day that is over is not named.</summary>
    private static IReadOnlyList<ItemLine> Wanted(Appearance appearance, SpeakerDues dues, SessionTime when, Instant now)
    {
        var today = now.InZone(SessionClock.Zone(when.Zone)).Date;
        return [.. Missing.AskedOf(appearance.Role).Where(item => !appearance.Excused.Holds(item)
                && (item != TalkItem.Title || appearance.Talk.Title is null) && (item != TalkItem.Abstract || appearance.Talk.Abstract is null))
            .Select(item => new ItemLine(item, ItemState.Missing, DueDates.Of(item, when, appearance.AskedAt, dues) is { } due && due >= today ? due : null))];
    }

    private static IEnumerable<MailText> Foot(AskedFacts facts, IStringLocalizer words)
    {
        yield return (string)words["You get this because a host put your address on the programme. Saying no on that page ends it."];
        if (facts.NotMe is { } link)
            yield return MailText.Format(words["This is not you? {0} and nothing more is sent to this address."], MailText.LinkTo(words["Say so here"], MailLink.Secret(link)));
    }

    private static IEnumerable<MailText> Facts(AskedFacts facts, TimeWords when, IStringLocalizer words)
    {
        if (when.Day is not null) yield return MailText.FromString(when.Day);
        if (when.Hours is not null) yield return MailText.FromString($"{when.Hours}, {when.Zone}");
        if (facts is { CallMinutes: > 0, When: { Start: { } start, Zone: var zone } })
            yield return (string)words["Be there at {0}, {1} minutes before", (start - Duration.FromMinutes(facts.CallMinutes)).InZone(SessionClock.Zone(zone)).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture), facts.CallMinutes];
        if (facts.Session is not null) yield return MailText.FromString(facts.Session);
    }
}

/// <param name="Session">Its title, where it has one.</param>
/// <param name="Link">Absolute address of the speaker's page; a secret.</param>
/// <param name="NotMe">Where an address that never answered says that it is somebody else's; a secret.</param>
internal sealed record AskedFacts(string? Speaker, string Series, string? Session, SessionTime When, IReadOnlyList<ItemLine> Wanted, string Link, string? NotMe = null,
    AppearanceRole Role = AppearanceRole.Speaker, int CallMinutes = 0);
