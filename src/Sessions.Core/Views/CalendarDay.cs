using NodaTime;
using Sessions.Scheduling;

namespace Sessions.Views;

/// <param name="Entries">Whole days first, then by the hour.</param>
public sealed record CalendarDay(LocalDate Date, IReadOnlyList<CalendarEntry> Entries)
{
    /// <summary>Puts each session on each of its days, as they are in the calendar's zone; whole days are the same days everywhere.</summary>
    /// <param name="last">Included.</param>
    public static IReadOnlyList<CalendarDay> Place(IEnumerable<CalendarSession> sessions, LocalDate first, LocalDate last, string zone)
    {
        var days = new List<CalendarEntry>[Period.DaysBetween(first, last) + 1];
        for (var i = 0; i < days.Length; i++) days[i] = [];
        foreach (var session in sessions)
        {
            foreach (var (day, entry) in CalendarEntry.Of(session, zone))
                if (day >= first && day <= last) days[Period.DaysBetween(first, day)].Add(entry);
        }
        return [.. days.Select((entries, i) => new CalendarDay(first.PlusDays(i), [.. entries.OrderBy(e => e.Starts is not null).ThenBy(e => e.Starts).ThenBy(e => e.Session.When.Start).ThenBy(e => e.Session.Id)]))];
    }
}

/// <summary>A session on one of its days.</summary>
/// <param name="Day">Which of its days, from 1.</param>
/// <param name="Starts">On the first day of an exact time, in the calendar's zone.</param>
/// <param name="Ends">On the last day of an exact time.</param>
/// <param name="Own">Where the session's own clock shows another time: its start there.</param>
public sealed record CalendarEntry(CalendarSession Session, int Day, int Days, LocalTime? Starts, LocalTime? Ends, LocalDateTime? Own)
{
    internal static IEnumerable<(LocalDate Day, CalendarEntry Entry)> Of(CalendarSession session, string zone)
    {
        if (session.When is { Start: { } start, End: { } end })
        {
            var clock = SessionClock.Zone(zone);
            var (from, until) = (start.InZone(clock).LocalDateTime, end.InZone(clock).LocalDateTime);
            var own = start.InZone(SessionClock.Zone(session.When.Zone)).LocalDateTime;
            // What ends at midnight is not on the day that begins then.
            var last = until.TimeOfDay == LocalTime.Midnight && until.Date > from.Date ? until.Date.PlusDays(-1) : until.Date;
            var days = Period.DaysBetween(from.Date, last) + 1;
            for (var day = 1; day <= days; day++)
                yield return (from.Date.PlusDays(day - 1), new(session, day, days, day == 1 ? from.TimeOfDay : null, day == days ? until.TimeOfDay : null, own == from ? null : own));
        }
        else if (session.When is { Precision: Precision.Days, Date: { } first, LastDate: { } last })
        {
            var days = Period.DaysBetween(first, last) + 1;
            for (var day = 1; day <= days; day++) yield return (first.PlusDays(day - 1), new(session, day, days, null, null, null));
        }
    }
}
