using System.Globalization;
using NodaTime;

namespace Sessions.Scheduling;

/// <summary>Days of the week as ticked in a form.</summary>
[Flags]
public enum Weekdays { None = 0, Monday = 1, Tuesday = 2, Wednesday = 4, Thursday = 8, Friday = 16, Saturday = 32, Sunday = 64 }

/// <summary>Months as ticked in a form.</summary>
[Flags]
public enum Months
{
    None = 0, January = 1, February = 2, March = 4, April = 8, May = 16, June = 32,
    July = 64, August = 128, September = 256, October = 512, November = 1024, December = 2048, All = 4095,
}

/// <summary>
/// A recurrence as the plain controls of a form can say it, and its RRULE (RFC 5545 §3.3.10).
/// Dates are computed elsewhere from that text; this is only the way between form, text and sentence.
/// </summary>
public abstract record PlainRule
{
    private PlainRule() { }

    /// <summary>Months that are left out; only of weekly and monthly rules.</summary>
    public Months Except { get; init; }

    /// <summary>No rule: dates are given one by one.</summary>
    public sealed record None : PlainRule
    {
        protected override string? Text => "";
    }

    /// <param name="Every">Weeks from one to the next, 1 to 52.</param>
    public sealed record Weekly(int Every, Weekdays On) : PlainRule
    {
        protected override string? Text => Every is < 1 or > 52 || On is <= Weekdays.None or > (Weekdays)127 ? null
            : $"FREQ=WEEKLY{Interval(Every)};BYDAY={string.Join(',', Days(On).Select(Code))}";
    }

    /// <param name="Nth">1 to 5, or -1 for the last one in the month. Months without a fifth are left out.</param>
    /// <param name="Every">Months from one to the next, 1 to 12.</param>
    public sealed record MonthlyOnWeekday(int Nth, IsoDayOfWeek Day, int Every = 1) : PlainRule
    {
        protected override string? Text => Nth is not (-1 or >= 1 and <= 5) || Day is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday || Every is < 1 or > 12 ? null
            : $"FREQ=MONTHLY{Interval(Every)};BYDAY={Nth.ToString(CultureInfo.InvariantCulture)}{Code(Day)}";
    }

    /// <param name="Day">1 to 31, or -1 for the last day. Months without that day are left out, as RFC 5545 has it.</param>
    /// <param name="Every">Months from one to the next, 1 to 12.</param>
    public sealed record MonthlyOnDay(int Day, int Every = 1) : PlainRule
    {
        protected override string? Text => Day is not (-1 or >= 1 and <= 31) || Every is < 1 or > 12 ? null
            : $"FREQ=MONTHLY{Interval(Every)};BYMONTHDAY={Day.ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>One day of the year; 29 February comes in leap years only.</summary>
    public sealed record Yearly(int Month, int Day) : PlainRule
    {
        protected override string? Text => Month is < 1 or > 12 || Day < 1 || Day > CalendarSystem.Iso.GetDaysInMonth(2000, Month) ? null
            : string.Create(CultureInfo.InvariantCulture, $"FREQ=YEARLY;BYMONTH={Month};BYMONTHDAY={Day}");
    }

    /// <summary>False while a form is half filled in: no weekday ticked, a count out of range.</summary>
    public bool IsComplete => Text is not null && Except is >= Months.None and < Months.All && (Except == Months.None || this is Weekly or MonthlyOnWeekday or MonthlyOnDay);

    /// <summary>The value of an RRULE property; empty for <see cref="None"/>.</summary>
    /// <exception cref="InvalidOperationException">The rule is not complete.</exception>
    public string ToRuleText() => !IsComplete ? throw new InvalidOperationException($"Not a complete rule: {this}")
        : Except == Months.None ? Text! : string.Create(CultureInfo.InvariantCulture, $"{Text};BYMONTH={string.Join(',', Numbers(Months.All & ~Except))}");

    protected abstract string? Text { get; }

    internal static IEnumerable<IsoDayOfWeek> Days(Weekdays days) =>
        Enumerable.Range(1, 7).Where(d => days.HasFlag((Weekdays)(1 << (d - 1)))).Select(d => (IsoDayOfWeek)d);

    /// <summary>1 to 12.</summary>
    internal static IEnumerable<int> Numbers(Months months) => Enumerable.Range(1, 12).Where(month => months.HasFlag(Of(month)));

    /// <param name="month">1 to 12.</param>
    public static Months Of(int month) => (Months)(1 << (month - 1));

    private static string Code(IsoDayOfWeek day) => day.ToString()[..2].ToUpperInvariant();

    private static string Interval(int every) => every == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $";INTERVAL={every}");
}
