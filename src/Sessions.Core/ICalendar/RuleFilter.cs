using NodaTime;

namespace Sessions.ICalendar;

/// <summary>
/// Whether a day is one of a rule's, before BYSETPOS. Within the rule's period every BYxxx part leaves out what it does not name,
/// which comes to the same as the table of RFC 5545 3.3.10.
/// </summary>
internal sealed class RuleFilter
{
    private readonly int _months;
    private readonly int[] _weeks;
    private readonly int[] _yearDays;
    private readonly int[] _monthDays;
    private readonly int _weekdays;
    private readonly WeekdayNum[] _nth;
    private readonly bool _nthOfYear;
    private readonly IsoDayOfWeek _weekStart;

    public RuleFilter(RecurrenceRule rule, LocalDate start)
    {
        var open = rule is { ByDay: [], ByMonthDay: [], ByYearDay: [], ByWeekNo: [] };
        _months = Bits(open && rule is { Frequency: Frequency.Yearly, ByMonth: [] } ? [start.Month] : rule.ByMonth);
        _monthDays = open && rule.Frequency is Frequency.Monthly or Frequency.Yearly ? [start.Day] : [.. rule.ByMonthDay];
        _yearDays = [.. rule.ByYearDay];
        _weeks = [.. rule.ByWeekNo];
        // A week that is named without a day has the start's.
        var byWeek = rule.ByDay.Count == 0 && (rule.Frequency == Frequency.Weekly || rule is { ByWeekNo: [_, ..], ByYearDay: [], ByMonthDay: [] });
        IReadOnlyList<WeekdayNum> days = byWeek ? [new(0, start.DayOfWeek)] : rule.ByDay;
        _weekdays = Bits(days.Where(day => day.Ordinal == 0).Select(day => (int)day.Day));
        _nth = [.. days.Where(day => day.Ordinal != 0)];
        _nthOfYear = rule is { Frequency: Frequency.Yearly, ByMonth: [] };
        _weekStart = rule.WeekStart;
    }

    public bool Takes(int month) => _months == 0 || (_months & (1 << month)) != 0;

    public bool Fits(in RuleDay day) =>
        Takes(day.Month)
        && (_yearDays.Length == 0 || Names(_yearDays, day.DayOfYear, day.DaysInYear))
        && (_monthDays.Length == 0 || Names(_monthDays, day.Day, day.DaysInMonth))
        && (_weeks.Length == 0 || IsInWeek(day))
        && ((_weekdays == 0 && _nth.Length == 0) || (_weekdays & (1 << (int)day.DayOfWeek)) != 0 || IsNth(day));

    private static int Bits(IEnumerable<int> numbers) => numbers.Aggregate(0, (bits, number) => bits | (1 << number));

    /// <summary>Counted from the front or, with a minus, from the end.</summary>
    private static bool Names(int[] numbers, int number, int of)
    {
        foreach (var one in numbers)
        {
            if (one == number || one == number - of - 1) return true;
        }

        return false;
    }

    private bool IsNth(in RuleDay day)
    {
        var (number, of) = _nthOfYear ? (day.DayOfYear, day.DaysInYear) : (day.Day, day.DaysInMonth);
        foreach (var nth in _nth)
        {
            if (nth.Day == day.DayOfWeek && (nth.Ordinal == ((number - 1) / 7) + 1 || nth.Ordinal == -((of - number) / 7) - 1)) return true;
        }

        return false;
    }

    /// <summary>A week belongs to the year that its fourth day lies in: a day of early January may be of the last week of the year before.</summary>
    private bool IsInWeek(in RuleDay day)
    {
        var fourth = day.DayOfYear - (((int)day.DayOfWeek - (int)_weekStart + 7) % 7) + 3;
        if (fourth < 1) return IsInWeek(fourth + day.DaysInYearBefore, day.DaysInYearBefore);
        return fourth > day.DaysInYear ? IsInWeek(fourth - day.DaysInYear, day.DaysInYearAfter) : IsInWeek(fourth, day.DaysInYear);
    }

    private bool IsInWeek(int fourthDay, int daysInYear)
    {
        var week = ((fourthDay - 1) / 7) + 1;
        return Names(_weeks, week, week + ((daysInYear - fourthDay) / 7));
    }
}
