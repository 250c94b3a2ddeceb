using System.Runtime.InteropServices;
using NodaTime;

namespace Sessions.ICalendar;

/// <summary>A day with all that a rule asks of it. It moves on in place: a rule that skips a year makes nothing of its days.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct RuleDay(LocalDate date)
{
    private int _year = date.Year;

    public int Month { get; private set; } = date.Month;

    public int Day { get; private set; } = date.Day;

    public int DayOfYear { get; private set; } = date.DayOfYear;

    public IsoDayOfWeek DayOfWeek { get; private set; } = date.DayOfWeek;

    public int DaysInMonth { get; private set; } = CalendarSystem.Iso.GetDaysInMonth(date.Year, date.Month);

    public int DaysInYear { get; private set; } = CalendarSystem.Iso.GetDaysInYear(date.Year);

    public readonly LocalDate Date => new(_year, Month, Day);

    public readonly int DaysInYearBefore => CalendarSystem.Iso.GetDaysInYear(_year - 1);

    public readonly int DaysInYearAfter => CalendarSystem.Iso.GetDaysInYear(_year + 1);

    public void Next()
    {
        if (Day < DaysInMonth)
        {
            Skip(1);
            return;
        }

        DayOfWeek = DayOfWeek == IsoDayOfWeek.Sunday ? IsoDayOfWeek.Monday : DayOfWeek + 1;
        (Day, DayOfYear) = (1, DayOfYear + 1);
        if (++Month > 12)
        {
            (_year, Month, DayOfYear) = (_year + 1, 1, 1);
            DaysInYear = CalendarSystem.Iso.GetDaysInYear(_year);
        }

        DaysInMonth = CalendarSystem.Iso.GetDaysInMonth(_year, Month);
    }

    /// <param name="days">Within the month.</param>
    public void Skip(int days)
    {
        (Day, DayOfYear) = (Day + days, DayOfYear + days);
        DayOfWeek = (IsoDayOfWeek)((((int)DayOfWeek - 1 + days) % 7) + 1);
    }
}
