using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Scheduling;

namespace Sessions.Views;

/// <param name="Next">Not over and not cancelled, soonest first.</param>
/// <param name="Lately">The last three that were held.</param>
/// <param name="Earliest">Day of the first session on record.</param>
/// <param name="ValidUntil">When one of them begins or ends.</param>
public sealed record HomeFacts(
    IReadOnlyList<ListedSession> Next,
    IReadOnlyList<ListedSession> Lately,
    IReadOnlyList<ListedSeries> Series,
    LocalDate? Earliest,
    Instant? ValidUntil);

/// <param name="Next">Day of the next session that has one.</param>
/// <param name="Count">Published sessions on record.</param>
public sealed record ListedSeries(string Slug, string Name, string? Aim, int Hue, bool IsSample, LocalDate? Next, int Count);

public sealed class HomeView
{
    private const int MostSeries = 60;
    private const int MostNext = 8;

    /// <summary>Whole days that are over are known as such by their zone alone.</summary>
    private const int MostOver = 12;

    private readonly Database _database;

    internal HomeView(Database database) => _database = database;

    /// <summary>What is ahead and what was lately are read from an index in its own order: a day of many sessions is not sorted.</summary>
    public async Task<HomeFacts> Read(Instant now)
    {
        await using var db = _database.Read();
        var today = now.InUtc().Date;
        var ahead = await Ahead(db, now);
        var past = await db.List(db.Published().Where(s => s.CancelledAt == null).MaybeOver(now).OrderByDescending(s => s.SortDate).ThenByDescending(s => s.When.Start).ThenByDescending(s => s.Id).Take(12));
        var series = await Listed(db, today);
        var earliest = await db.Published().Where(s => s.SortDate != null).OrderBy(s => s.SortDate).Select(s => s.SortDate).FirstOrDefaultAsync();
        return new([.. ahead.Where(s => !s.When.IsOver(now)).Take(MostNext)], [.. past.Where(s => s.When.IsOver(now)).Take(3)], series, earliest,
            Freshness.Until(now, [.. ahead.Concat(past).Select(s => s.When), SessionTime.Days(today, today, "UTC")]));
    }

    /// <summary>First which series, then their figures: asked at once, a database reckons the figures of all series before it sorts them.</summary>
    private static async Task<List<ListedSeries>> Listed(SessionsDb db, LocalDate today)
    {
        var shown = await db.Series.Where(s => s.PublishedAt != null).OrderBy(s => s.IsSample).ThenBy(s => s.CreatedAt).Take(MostSeries)
            .Select(s => new { s.Id, s.Slug, s.Name, s.Aim, s.Hue, s.IsSample }).ToListAsync();
        var ids = shown.ConvertAll(s => s.Id);
        var figures = await db.Series.Where(s => ids.Contains(s.Id))
            .Select(s => new
            {
                s.Id,
                Next = db.Sessions.Where(o => o.SeriesId == s.Id && o.PublishedAt != null && o.CancelledAt == null && o.SortDate >= today
                    && (o.When.Precision == Precision.Exact || o.When.Precision == Precision.Days)).OrderBy(o => o.SortDate).Select(o => o.SortDate).FirstOrDefault(),
                Count = db.Sessions.Count(o => o.SeriesId == s.Id && o.PublishedAt != null),
            })
            .ToDictionaryAsync(s => s.Id);
        return shown.ConvertAll(s => new ListedSeries(s.Slug, s.Name, s.Aim, s.Hue, s.IsSample, figures[s.Id].Next, figures[s.Id].Count));
    }

    /// <summary>Each of the two questions is answered by an index from one end, however many sessions there are; a session without a day comes after all that have one.</summary>
    private static async Task<List<ListedSession>> Ahead(SessionsDb db, Instant now)
    {
        // What began the day before yesterday may still be on, somewhere.
        var first = now.InUtc().Date.PlusDays(-2);
        var shown = db.Published().Where(s => s.CancelledAt == null);
        var ahead = await db.List(shown.Where(s => s.SortDate >= first && (s.When.End == null || s.When.End > now)).OrderBy(s => s.SortDate).ThenBy(s => s.When.Start).ThenBy(s => s.Id).Take(MostNext + MostOver));
        if (ahead.Count < MostNext) ahead.AddRange(await db.List(shown.Where(s => s.SortDate == null).OrderBy(s => s.Id).Take(MostNext - ahead.Count)));
        return ahead;
    }
}
