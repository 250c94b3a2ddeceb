using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Sessions.ICalendar;

/// <summary>FREQ of RFC 5545 3.3.10, from a day up.</summary>
public enum Frequency
{
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

/// <summary>
/// RRULE (RFC 5545 3.3.10) in local time. What a rule leaves open (weekday, day, month) is taken from the start.
/// <see cref="RecurrenceRuleParser" /> says which parts go together; a rule put together otherwise has no occurrence that is worth anything.
/// </summary>
public sealed record RecurrenceRule
{
    internal const int MaxInterval = 1000;

    public required Frequency Frequency { get; init; }

    /// <summary>1 to 1000.</summary>
    public int Interval
    {
        get;
        init => field = value is >= 1 and <= MaxInterval ? value : throw new ArgumentOutOfRangeException(nameof(value));
    } = 1;

    /// <summary>1 to 12.</summary>
    public IReadOnlyList<int> ByMonth { get; init; } = [];

    /// <summary>1 to 53, or -53 to -1 from the end; yearly only. Weeks begin with <see cref="WeekStart" />, the first has four days of the year, and a year is one of whole weeks.</summary>
    public IReadOnlyList<int> ByWeekNo { get; init; } = [];

    /// <summary>1 to 366, or -366 to -1 from the end; yearly only.</summary>
    public IReadOnlyList<int> ByYearDay { get; init; } = [];

    /// <summary>1 to 31, or -31 to -1 from the end. A month without that day has no occurrence.</summary>
    public IReadOnlyList<int> ByMonthDay { get; init; } = [];

    /// <summary>Weekdays; with an ordinal, in months or years only: in the month, or in the year where a yearly rule names no month.</summary>
    public IReadOnlyList<WeekdayNum> ByDay { get; init; } = [];

    /// <summary>Which of a period's days count, 1 to 366, or -366 to -1 from the end.</summary>
    public IReadOnlyList<int> BySetPos { get; init; } = [];

    /// <summary>WKST.</summary>
    public IsoDayOfWeek WeekStart { get; init; } = IsoDayOfWeek.Monday;

    public int? Count { get; init; }

    /// <summary>The last local time that may occur.</summary>
    public LocalDateTime? Until { get; init; }

    /// <summary>
    /// The local times of the rule from <paramref name="start" /> on, made as they are asked for.
    /// The start itself is one only when it fits the rule. They end with the thousandth year after the start, also without COUNT and UNTIL.
    /// </summary>
    /// <param name="horizon">No day after this is looked for: rules of strangers may name days that never come.</param>
    public IEnumerable<LocalDateTime> Occurrences(LocalDateTime start, LocalDate? horizon = null)
    {
        var dates = RecurrenceDates.From(this, start.Date, horizon)
            .Select(date => date + start.TimeOfDay)
            .TakeWhile(time => Until is not { } until || time <= until);
        return Count is { } count ? dates.Take(count) : dates;
    }

    /// <summary>The text for storing: UNTIL is local time.</summary>
    public override string ToString() =>
        Format(Until is { } until ? LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss").Format(until) : null);

    /// <summary>The text for an event whose DTSTART has that TZID: UNTIL is in UTC (RFC 5545 3.3.10).</summary>
    public string ToString(DateTimeZone zone) =>
        Format(Until is { } until ? InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'").Format(until.ToInstant(zone)) : null);

    public bool Equals(RecurrenceRule? other) => other is not null && ToString() == other.ToString();

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    private string Format(string? until)
    {
        string?[] parts =
        [
            $"FREQ={Frequency.ToString().ToUpperInvariant()}",
            Interval == 1 ? null : string.Create(CultureInfo.InvariantCulture, $"INTERVAL={Interval}"),
            List("BYMONTH", ByMonth),
            List("BYWEEKNO", ByWeekNo),
            List("BYYEARDAY", ByYearDay),
            List("BYMONTHDAY", ByMonthDay),
            List("BYDAY", ByDay),
            List("BYSETPOS", BySetPos),
            Count is { } count ? string.Create(CultureInfo.InvariantCulture, $"COUNT={count}") : null,
            until is null ? null : $"UNTIL={until}",
            WeekStart == IsoDayOfWeek.Monday ? null : $"WKST={new WeekdayNum(0, WeekStart)}",
        ];
        return string.Join(';', parts.Where(part => part is not null));
    }

    private static string? List<T>(string name, IReadOnlyList<T> values) where T : notnull =>
        values.Count == 0 ? null : $"{name}={string.Join(',', values.Select(value => string.Create(CultureInfo.InvariantCulture, $"{value}")))}";
}
