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
/// RRULE (RFC 5545 3.3.10) in local time, in the shapes that <see cref="RecurrenceRuleParser" /> names.
/// What a rule leaves open (weekday, day, month) is taken from the start.
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

    /// <summary>Weekly: the weekdays, without ordinal. Monthly and yearly: one, with its ordinal.</summary>
    public IReadOnlyList<WeekdayNum> ByDay { get; init; } = [];

    /// <summary>1 to 31. A month without that day has no occurrence.</summary>
    public int? MonthDay { get; init; }

    /// <summary>Yearly only.</summary>
    public int? Month { get; init; }

    public int? Count { get; init; }

    /// <summary>The last local time that may occur.</summary>
    public LocalDateTime? Until { get; init; }

    /// <summary>
    /// The local times of the rule from <paramref name="start" /> on, made as they are asked for.
    /// The start itself is one only when it fits the rule. They end with the thousandth year after the start, also without COUNT and UNTIL.
    /// </summary>
    public IEnumerable<LocalDateTime> Occurrences(LocalDateTime start)
    {
        var dates = RecurrenceDates.From(this, start.Date)
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
            Month is { } month ? string.Create(CultureInfo.InvariantCulture, $"BYMONTH={month}") : null,
            MonthDay is { } day ? string.Create(CultureInfo.InvariantCulture, $"BYMONTHDAY={day}") : null,
            ByDay.Count == 0 ? null : $"BYDAY={string.Join(',', ByDay)}",
            Count is { } count ? string.Create(CultureInfo.InvariantCulture, $"COUNT={count}") : null,
            until is null ? null : $"UNTIL={until}",
        ];
        return string.Join(';', parts.Where(part => part is not null));
    }
}
