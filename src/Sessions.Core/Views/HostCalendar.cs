using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Views;

/// <param name="Zone">Whose hours are shown: that of the chosen series, else that of most series of this reader.</param>
/// <param name="Today">In that zone.</param>
/// <param name="Days">Whole weeks from Monday on, those of the month and what fills them up.</param>
/// <param name="WithoutDay">In this month or by a day in it.</param>
/// <param name="Next">Where the month holds nothing: the day of the next session after it.</param>
public sealed record CalendarFacts(
    YearMonth Month,
    string Zone,
    LocalDate Today,
    IReadOnlyList<HostedSeries> Series,
    IReadOnlyList<CalendarDay> Days,
    IReadOnlyList<CalendarSession> WithoutDay,
    LocalDate? Next)
{
    /// <summary>The days of the month alone that hold something.</summary>
    public IEnumerable<CalendarDay> Busy => Days.Where(d => d.Date.ToYearMonth() == Month && d.Entries.Count > 0);
}

/// <summary>A month of all series, as their hosts see it.</summary>
public sealed class HostCalendar
{
    /// <summary>A local date of one place is at most two days away from that of another.</summary>
    private const int ZonesApart = 2;

    private readonly Database _database;

    internal HostCalendar(Database database) => _database = database;

    /// <summary>Three questions at most, and of the sessions only those that may be in sight.</summary>
    /// <param name="month">Null is the one it is now.</param>
    public async Task<CalendarFacts> Read(Actor who, YearMonth? month, HostedFilter filter, Instant now)
    {
        await using var db = _database.Read();
        var series = await db.ListSeriesHosted(who);
        var zone = ZoneOf(series, filter.Series);
        var today = SessionClock.Today(now, zone);
        var shown = month ?? today.ToYearMonth();
        var (begins, ends) = (shown.OnDayOfMonth(1), shown.OnDayOfMonth(1).With(DateAdjusters.EndOfMonth));
        var first = begins.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
        var last = ends.With(DateAdjusters.NextOrSame(IsoDayOfWeek.Sunday));
        var hosted = filter.In(db.HostedBy(who));
        var (earliest, soonest, latest) = (first.PlusDays(-SessionTime.MostDays), first.PlusDays(-ZonesApart), last.PlusDays(ZonesApart));
        var sessions = await hosted
            .Where(s => s.SortDate >= earliest && s.SortDate <= latest && (s.SortDate >= soonest || s.When.LastDate >= first))
            .OrderBy(s => s.SortDate).ThenBy(s => s.When.Start).ThenBy(s => s.Id)
            .Select(s => new CalendarSession(s.Id, s.Series!.Slug, s.Series.Name, s.Series.Hue, s.Number, s.Title, s.Theme, s.Kind,
                // Column by column: for a whole complex property EF makes the whole entity.
                new SessionTime(s.When.Precision, s.When.Date, s.When.LastDate, s.When.LocalStart, s.When.Zone, s.When.Start, s.When.End),
                s.PublishedAt != null, s.CancelledAt != null))
            .ToListAsync();
        var facts = new CalendarFacts(shown, zone, today, series, CalendarDay.Place(sessions, first, last, zone), sessions.FindAll(s => IsVague(s.When, shown)), null);
        return facts.WithoutDay.Count > 0 || facts.Busy.Any() ? facts
            : facts with { Next = await hosted.Where(s => s.SortDate > ends).OrderBy(s => s.SortDate).Select(s => s.SortDate).FirstOrDefaultAsync() };
    }

    private static bool IsVague(SessionTime when, YearMonth month) =>
        when is { Precision: Precision.Month or Precision.NotAfter, Date: { } date } && date.ToYearMonth() == month;

    /// <summary>Samples count only where there is nothing else.</summary>
    private static string ZoneOf(IReadOnlyList<HostedSeries> series, string? slug) =>
        series.FirstOrDefault(s => s.Slug == slug)?.Zone
        ?? series.GroupBy(s => s.Zone).OrderByDescending(g => g.Count(s => !s.IsSample)).ThenByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key
        ?? "UTC";
}
