using NodaTime;
using Sessions.Scheduling;
using Sessions.Views;
using Sessions.Web.Host.Agenda;

namespace Sessions.Web.Api.Sessions;

/// <summary>A month as "2027-03".</summary>
internal readonly record struct MonthText(YearMonth Value)
{
    public static bool TryParse(string? text, out MonthText month)
    {
        var read = FilterText.Month(text);
        month = new(read.GetValueOrDefault());
        return read is not null;
    }
}

/// <param name="Zone">IANA name: whose hours and days these are.</param>
/// <param name="Days">Those that hold something, of whole weeks from Monday on.</param>
/// <param name="WithoutDay">In this month or by a day in it.</param>
internal sealed record CalendarShape(string Month, string Zone, IReadOnlyList<CalendarDayShape> Days, IReadOnlyList<CalendarSessionShape> WithoutDay)
{
    public static CalendarShape Of(CalendarFacts f) => new(FilterText.Iso(f.Month), f.Zone, [.. f.Days.Where(d => d.Entries.Count > 0).Select(CalendarDayShape.Of)], [.. f.WithoutDay.Select(CalendarSessionShape.Of)]);
}

internal sealed record CalendarDayShape(DateOnly Date, IReadOnlyList<CalendarEntryShape> Sessions)
{
    public static CalendarDayShape Of(CalendarDay d) => new(d.Date.ToDateOnly(), [.. d.Entries.Select(CalendarEntryShape.Of)]);
}

/// <param name="Day">Which of its days, from 1.</param>
/// <param name="Starts">On the first day of an exact time, in the calendar's zone.</param>
/// <param name="Ends">On the last day of an exact time.</param>
internal sealed record CalendarEntryShape(CalendarSessionShape Session, int Day, int Days, TimeOnly? Starts, TimeOnly? Ends)
{
    public static CalendarEntryShape Of(CalendarEntry e) => new(CalendarSessionShape.Of(e.Session), e.Day, e.Days, e.Starts?.ToTimeOnly(), e.Ends?.ToTimeOnly());
}

/// <param name="Series">The last part of its address.</param>
internal sealed record CalendarSessionShape(Guid Id, string Series, int? Number, string? Title, string? Theme, SessionKind Kind, TimeShape When, HostedState State)
{
    public static CalendarSessionShape Of(CalendarSession s) => new(s.Id, s.SeriesSlug, s.Number, s.Title, s.Theme, s.Kind, TimeShape.Of(s.When), s.State);
}
