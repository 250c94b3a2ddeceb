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

    private static readonly Func<SessionsDb, string, Task<FeedSeries?>> SeriesRow = Compiled.One((SessionsDb db, string slug) => db.Series
        .Where(s => s.Slug == slug && s.PublishedAt != null)
        .Select(s => new FeedSeries(s.Id, s.Slug, s.Name, s.Venue.StreamLink, s.Venue.Address)).FirstOrDefault());

    private static readonly Func<SessionsDb, Guid, IAsyncEnumerable<FeedSession>> SessionsOf = Compiled.Many((SessionsDb db, Guid series) => db.Sessions
        .Where(s => s.SeriesId == series && s.PublishedAt != null && (s.When.Precision == Precision.Exact || s.When.Precision == Precision.Days))
        .Select(FeedSession.Of));

    internal CalendarFeedQueries(Database database, StandingLinks links, SessionEvents events) =>
        (_database, _links, _events) = (database, links, events);

    /// <summary>Asks the database nothing until it is built: an unchanged feed costs a look into the cache.</summary>
    public CalendarFeed Series(string slug) => new($"series:{slug}", Public(), async () =>
    {
        await using var db = _database.Read();
        if (await SeriesRow(db, slug) is not { } series) return null;
        var sessions = await SessionsOf(db, series.Id).ToListAsync();
        sessions.Sort(FeedSession.InOrder);
        return _events.Feed(series.Name, sessions.ConvertAll(s => _events.Public(s, series)));
    });

    /// <inheritdoc cref="Series" />
    public CalendarFeed Session(string slug, string session) => new($"session:{slug}/{session}", Public(), async () =>
    {
        await using var db = _database.Read();
        var found = await db.Published().Include(s => s.Series).FirstOrDefaultAsync(s => s.Series!.Slug == slug && s.Slug == session);
        return found is null ? null : _events.Feed(found.Title ?? found.Series!.Name,
            IsInFeeds(found) ? [_events.Public(FeedSession.From(found), FeedSeries.From(found.Series!))] : []);
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

    private async Task<BuiltFeed> Own(Person person)
    {
        await using var db = _database.Read();
        var places = await db.Registrations.Include(r => r.Session!.Series)
            .Where(r => r.PersonId == person.Id && r.State != RegistrationState.Withdrawn).ToListAsync();
        var feed = _events.Feed(null, [.. places.Where(p => IsInFeeds(p.Session!)).OrderBy(p => p.Session!.SortDate).ThenBy(p => p.SessionId)
            .Select(p => _events.Own(FeedSession.From(p.Session!), FeedSeries.From(p.Session!.Series!), p.State is RegistrationState.Waitlisted or RegistrationState.Offered, _links.Join(p, person)))]);
        // A place taken or given up is a change of this feed, however old the session's own is.
        var own = await db.Registrations.Where(r => r.PersonId == person.Id).MaxAsync(r => (Instant?)r.StateSince);
        return feed with { ChangedAt = own > feed.ChangedAt || feed.ChangedAt is null ? own : feed.ChangedAt };
    }

    /// <summary>Published, with an exact time or whole days.</summary>
    private static bool IsInFeeds(Session session) => session is { PublishedAt: not null, Series.PublishedAt: not null, When.Precision: Precision.Exact or Precision.Days };
}
