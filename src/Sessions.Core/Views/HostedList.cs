using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Views;

/// <summary>Sessions page by page, as their hosts see them.</summary>
public sealed class HostedList
{
    private const int MostAtOnce = 200;
    private const int MostWords = 10;

    private readonly Database _database;

    internal HostedList(Database database) => _database = database;

    /// <summary>Those of one series, soonest first; empty for those who may not see it.</summary>
    public async Task<HostedPage> Read(Actor who, Guid seriesId, int skip, int take)
    {
        await using var db = _database.Read();
        var sessions = db.HostedBy(who).Where(s => s.SeriesId == seriesId);
        return new(await db.ListHosted(sessions.Soonest().Skip(skip).Take(take)), await sessions.CountAsync());
    }

    /// <summary>Those of all series the reader may work in, latest first; without a day last.</summary>
    public async Task<FoundSessions> Find(Actor who, HostedSearch search)
    {
        await using var db = _database.Read();
        var found = Matching(search.Filter.In(db.HostedBy(who)), search);
        var ordered = found.OrderByDescending(s => s.SortDate != null).ThenByDescending(s => s.SortDate).ThenByDescending(s => s.When.Start).ThenBy(s => s.Id);
        var page = ordered.Skip(Math.Max(0, search.Skip)).Take(Math.Clamp(search.Take, 1, MostAtOnce));
        return new(await db.ListSeriesHosted(who), new(await db.ListHosted(page), await found.CountAsync()));
    }

    private static IQueryable<Session> Matching(IQueryable<Session> sessions, HostedSearch search)
    {
        if (search.From is { } from) sessions = sessions.Where(s => s.SortDate >= from || s.When.LastDate >= from);
        if (search.Until is { } until) sessions = sessions.Where(s => s.When.Date <= until);
        foreach (var word in (search.Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
        {
#pragma warning disable CA1862 // The database compares.
            // SQLite lowers plain letters only: others are found as they were typed.
            var lower = word.ToLowerInvariant();
            sessions = sessions.Where(s => s.Title!.ToLower().Contains(lower) || s.Title.Contains(word) || s.Theme!.ToLower().Contains(lower) || s.Theme.Contains(word));
#pragma warning restore CA1862
        }
        return sessions;
    }
}

/// <param name="Total">Of all pages.</param>
public sealed record HostedPage(IReadOnlyList<HostedSession> Sessions, int Total);

/// <param name="Words">Each of them somewhere in the title, or in the theme.</param>
/// <param name="From">Sessions that last until this day or later.</param>
/// <param name="Until">Included.</param>
public sealed record HostedSearch(HostedFilter Filter, string? Words = null, LocalDate? From = null, LocalDate? Until = null, int Skip = 0, int Take = 50);

/// <param name="Series">All that there are to choose from.</param>
public sealed record FoundSessions(IReadOnlyList<HostedSeries> Series, HostedPage Page);
