using NodaTime;

namespace Sessions.ICalendar;

/// <summary>The days of a rule, period by period.</summary>
internal static class RecurrenceDates
{
    // An end for rules without one, and for those that never occur (30 February).
    private const int MaxYears = 1000;
    private const int LastYear = 8000;

    public static IEnumerable<LocalDate> From(RecurrenceRule rule, LocalDate start)
    {
        var horizon = new LocalDate(Math.Min(start.Year + MaxYears, LastYear), 12, 31);
        for (var period = FirstPeriod(rule.Frequency, start); period <= horizon; period = Next(rule, period))
        {
            foreach (var date in In(rule, period, start))
            {
                if (date >= start && date <= horizon)
                    yield return date;
            }
        }
    }

    private static LocalDate FirstPeriod(Frequency frequency, LocalDate start) => frequency switch
    {
        Frequency.Daily => start,
        Frequency.Weekly => start.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday)),
        Frequency.Monthly => start.With(DateAdjusters.StartOfMonth),
        _ => new LocalDate(start.Year, 1, 1),
    };

    private static LocalDate Next(RecurrenceRule rule, LocalDate period) => rule.Frequency switch
    {
        Frequency.Daily => period.PlusDays(rule.Interval),
        Frequency.Weekly => period.PlusWeeks(rule.Interval),
        Frequency.Monthly => period.PlusMonths(rule.Interval),
        _ => period.PlusYears(rule.Interval),
    };

    private static IEnumerable<LocalDate> In(RecurrenceRule rule, LocalDate period, LocalDate start) => rule.Frequency switch
    {
        Frequency.Daily => [period],
        Frequency.Weekly when rule.ByDay.Count == 0 => [period.With(DateAdjusters.NextOrSame(start.DayOfWeek))],
        Frequency.Weekly => rule.ByDay.Select(day => day.Day).Distinct().Order().Select(day => period.With(DateAdjusters.NextOrSame(day))),
        Frequency.Monthly => InMonth(rule, period.Year, period.Month, start),
        _ => InMonth(rule, period.Year, rule.Month ?? start.Month, start),
    };

    private static IEnumerable<LocalDate> InMonth(RecurrenceRule rule, int year, int month, LocalDate start)
    {
        if (rule.ByDay.Count > 0)
            return rule.ByDay.Select(day => day.In(year, month));
        var day = rule.MonthDay ?? start.Day;
        return day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? [new LocalDate(year, month, day)] : [];
    }
}
