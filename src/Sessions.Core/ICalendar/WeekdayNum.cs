using System.Globalization;
using System.Runtime.InteropServices;
using NodaTime;

namespace Sessions.ICalendar;

/// <summary>A weekday with its place in the month or year (weekdaynum in RFC 5545 3.3.10): 1 and more from the front, -1 and less from the end, 0 every one.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct WeekdayNum(int Ordinal, IsoDayOfWeek Day)
{
    private static readonly string[] Names = ["", "MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    public override string ToString() => Ordinal == 0 ? Names[(int)Day] : $"{Ordinal}{Names[(int)Day]}";

    /// <summary>The date in that month, for 1 to 4 and -1.</summary>
    /// <exception cref="InvalidOperationException">The ordinal names no day that every month has.</exception>
    internal LocalDate In(int year, int month)
    {
        if (Ordinal is not (-1 or (>= 1 and <= 4)))
            throw new InvalidOperationException($"{this} is not one day of every month.");
        var first = new LocalDate(year, month, 1);
        if (Ordinal < 0)
            first = first.PlusMonths(1);
        var day = first.With(DateAdjusters.NextOrSame(Day));
        return day.PlusWeeks(Ordinal < 0 ? Ordinal : Ordinal - 1);
    }

    internal static IEnumerable<WeekdayNum> DescribedBy(LocalDate date)
    {
        if (date.Day <= 28)
            yield return new((date.Day + 6) / 7, date.DayOfWeek);
        if (date.PlusWeeks(1).Month != date.Month)
            yield return new(-1, date.DayOfWeek);
    }

    internal static bool TryParse(ReadOnlySpan<char> text, out WeekdayNum value)
    {
        value = default;
        if (text.Length < 2)
            return false;
        var day = Array.IndexOf(Names, text[^2..].ToString());
        var ordinal = 0;
        if (day < 1 || (text.Length > 2 && !(int.TryParse(text[..^2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out ordinal) && ordinal is not 0 and >= -999 and <= 999)))
            return false;
        value = new(ordinal, (IsoDayOfWeek)day);
        return true;
    }
}
