using NodaTime;
using NodaTime.Calendars;

namespace Sessions.ICalendar;

/// <summary>The days of a rule, period by period.</summary>
internal static class RecurrenceDates
{
    // An end for rules without one, and for those that never occur (30 February).
    private const int MaxYears = 1000;
    private const int LastYear = 8000;
    private const int DaysOfFirstWeek = 4;

    public static IEnumerable<LocalDate> From(RecurrenceRule rule, LocalDate start, LocalDate? last = null)
    {
        var filter = new RuleFilter(rule, start);
        var horizon = new LocalDate(Math.Min(start.Year + MaxYears, LastYear), 12, 31);
        if (last < horizon) horizon = last.Value;
        // A rule that names weeks goes by years of whole weeks: the last days of December may belong to the next.
        var weeks = rule is { Frequency: Frequency.Yearly, ByWeekNo: [_, ..] } ? WeekYearRules.ForMinDaysInFirstWeek(DaysOfFirstWeek, rule.WeekStart) : null;
        var days = new List<LocalDate>();
        for (var period = weeks is null ? FirstPeriod(rule, start) : new LocalDate(weeks.GetWeekYear(start), 1, 1); period <= horizon; period = Next(rule, period))
        {
            var day = new RuleDay(weeks?.GetLocalDate(period.Year, 1, rule.WeekStart) ?? period);
            days.Clear();
            for (var left = weeks?.GetWeeksInWeekYear(period.Year) * 7 ?? Length(rule.Frequency, day); left > 0; left--, day.Next())
            {
                if (!filter.Takes(day.Month))
                {
                    var rest = Math.Min(left - 1, day.DaysInMonth - day.Day);
                    day.Skip(rest);
                    left -= rest;
                }
                else if (filter.Fits(day))
                {
                    days.Add(day.Date);
                }
            }

            foreach (var date in rule.BySetPos.Count == 0 ? days : Chosen(days, rule.BySetPos))
            {
                if (date >= start && date <= horizon)
                    yield return date;
            }
        }
    }

    private static LocalDate FirstPeriod(RecurrenceRule rule, LocalDate start) => rule.Frequency switch
    {
        Frequency.Daily => start,
        Frequency.Weekly => start.With(DateAdjusters.PreviousOrSame(rule.WeekStart)),
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

    private static int Length(Frequency frequency, in RuleDay first) => frequency switch
    {
        Frequency.Daily => 1,
        Frequency.Weekly => 7,
        Frequency.Monthly => first.DaysInMonth,
        _ => first.DaysInYear,
    };

    private static IEnumerable<LocalDate> Chosen(List<LocalDate> days, IReadOnlyList<int> positions) =>
        positions.Select(position => position > 0 ? position - 1 : days.Count + position)
            .Where(at => at >= 0 && at < days.Count).Distinct().Order().Select(at => days[at]);
}
