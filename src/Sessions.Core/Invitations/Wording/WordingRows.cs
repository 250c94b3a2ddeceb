using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Scheduling;

namespace Sessions.Invitations;

/// <summary>What placeholders stand for in one mail, and the words of a series as rows.</summary>
internal static class WordingRows
{
    /// <summary>For a sister series.</summary>
    public static async Task Copy(SessionsDb db, Guid from, Guid to, Instant now) => db.AddRange((await db.Wordings.Where(w => w.SeriesId == from).ToListAsync())
        .Select(w => new Wording { SeriesId = to, Slot = w.Slot, Text = w.Text, UpdatedAt = now }));

    /// <summary>Null is not known, or not of this mail.</summary>
    public static async Task<string?> Value(SessionsDb db, string placeholder, OutboxMessage row, ComposedMail mail, IStringLocalizer words) => placeholder switch
    {
        Placeholders.Name => WordingNames.Fit(await db.People.Where(p => p.Id == row.PersonId).Select(p => p.Name).FirstOrDefaultAsync()),
        Placeholders.Series => await db.Series.Where(s => s.Id == row.SeriesId).Select(s => s.Name).FirstOrDefaultAsync(),
        Placeholders.Hosts => Hosts(await HostNames(db, row.SeriesId), words),
        Placeholders.Until => await db.Registrations.FirstOrDefaultAsync(r => r.Id == row.SubjectId) is { OfferEndsAt: { } ends } place && await Session(db, place.SessionId) is { } session
            ? $"{WhenText.Day(ends.InZone(SessionClock.Zone(session.When.Zone)).Date)}, {WhenText.Time(ends, session.When.Zone)} ({WhenText.Zone(ends, session.When.Zone)})" : null,
        _ => await Session(db, mail.AboutId ?? row.SessionId) is { } about ? Value(placeholder, about, words) : null,
    };

    private static string Value(string placeholder, Session session, IStringLocalizer words) => placeholder switch
    {
        Placeholders.Session => SessionTitle.Of(session, words),
        Placeholders.When => string.Join(", ", WhenText.Lines(session.When)),
        _ => session.Place.Address ?? words["online"],
    };

    private static async Task<Session?> Session(SessionsDb db, Guid? id) => id is null ? null : await db.Sessions.Include(s => s.Series).FirstOrDefaultAsync(s => s.Id == id);

    private static Task<List<string>> HostNames(SessionsDb db, Guid? series) =>
        (from grant in db.HostGrants
         join person in db.People on grant.PersonId equals person.Id
         where grant.SeriesId == series && grant.Role == Role.Host && person.Name != null
         orderby grant.CreatedAt, grant.Id
         select person.Name).ToListAsync();

    private static string Hosts(List<string> names, IStringLocalizer words) => names switch
    {
        [] => words["the hosts"],
        [var one] => one,
        _ => words["{0} and {1}", string.Join(", ", names.SkipLast(1)), names[^1]],
    };
}
