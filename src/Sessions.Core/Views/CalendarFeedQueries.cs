using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Scheduling;

namespace Sessions.Views;

/// <summary>The calendar feeds: of a series, of one session, and of one person's sessions.</summary>
public sealed class CalendarFeedQueries
{
    private readonly Database _database;
    private readonly StandingLinks _links;
    private readonly SessionEvents _events;

    internal CalendarFeedQueries(Database database, StandingLinks links, SessionEvents events) =>
        (_database, _links, _events) = (database, links, events);

    /// <summary>Asks the database nothing until it is built: an unchanged feed costs a look into the cache.</summary>
    public CalendarFeed Series(string slug) => new($"series:{slug}", Public(), async () =>
    {
        await using var db = _database.Read();
        var name = await db.Series.Where(s => s.Slug == slug && s.PublishedAt != null).Select(s => s.Name).FirstOrDefaultAsync();
        return name is null ? null : await Published(db, name, s => s.Series!.Slug == slug);
    });

    /// <inheritdoc cref="Series" />
    public CalendarFeed Session(string slug, string session) => new($"session:{slug}/{session}", Public(), async () =>
    {
        await using var db = _database.Read();
        var row = await db.Sessions.Where(s => s.Series!.Slug == slug && s.Slug == session && s.PublishedAt != null && s.Series.PublishedAt != null)
            .Select(s => new { s.Id, s.Title, s.Series!.Name }).FirstOrDefaultAsync();
        return row is null ? null : await Published(db, row.Title ?? row.Name, s => s.Id == row.Id);
    });

    /// <returns>Null for a link that is not open.</returns>
    public async Task<CalendarFeed?> My(string token)
    {
        var version = Public();
        await using var db = _database.Read();
        return await PersonalLinkRows.Open(db, _links, token, LinkPurpose.Feed) is { } person
            ? new($"my:{person.Id}", $"{version}-{person.CalendarVersion}-{person.LinkGeneration}", async () => await Own(person))
            : null;
    }

    private string Public() => $"{_database.Version.Current}";

    private async Task<BuiltFeed> Published(SessionsDb db, string name, System.Linq.Expressions.Expression<Func<Session, bool>> which)
    {
        var sessions = await InFeeds(db.Sessions.Include(s => s.Series).Where(which)).OrderBy(s => s.SortDate).ThenBy(s => s.Id).ToListAsync();
        return _events.Feed(name, sessions.Select(s => (s, _events.Public(s))));
    }

    private async Task<BuiltFeed> Own(Person person)
    {
        await using var db = _database.Read();
        var places = await db.Registrations.Include(r => r.Session!.Series)
            .Where(r => r.PersonId == person.Id && r.State != RegistrationState.Withdrawn).ToListAsync();
        var shown = await InFeeds(db.Sessions.Where(s => places.Select(p => p.SessionId).Contains(s.Id))).Select(s => s.Id).ToListAsync();
        var feed = _events.Feed(null, places.Where(p => shown.Contains(p.SessionId)).OrderBy(p => p.Session!.SortDate).ThenBy(p => p.SessionId)
            .Select(p => (p.Session!, _events.Own(p.Session!, p.State == RegistrationState.Waitlisted, _links.Join(p, person)))));
        // A place taken or given up is a change of this feed, however old the session's own is.
        var own = await db.Registrations.Where(r => r.PersonId == person.Id).MaxAsync(r => (Instant?)r.StateSince);
        return feed with { ChangedAt = own > feed.ChangedAt || feed.ChangedAt is null ? own : feed.ChangedAt };
    }

    /// <summary>Published, with an exact time or whole days.</summary>
    private static IQueryable<Session> InFeeds(IQueryable<Session> sessions) => sessions.Where(s => s.PublishedAt != null && s.Series!.PublishedAt != null
        && (s.When.Precision == Precision.Exact || s.When.Precision == Precision.Days));
}
