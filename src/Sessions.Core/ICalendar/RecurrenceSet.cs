using NodaTime;

namespace Sessions.ICalendar;

/// <summary>RRULE, RDATE and EXDATE together (RFC 5545 3.8.5), in local time.</summary>
/// <param name="Start">Where the rule counts from; an occurrence only where the rule or an extra date makes it one.</param>
public sealed record RecurrenceSet(LocalDateTime Start)
{
    /// <summary>Null is none.</summary>
    public RecurrenceRule? Rule { get; init; }

    /// <summary>RDATE, in any order; before the start as well.</summary>
    public IReadOnlyCollection<LocalDateTime> ExtraDates { get; init; } = [];

    /// <summary>EXDATE: left out, whether the rule or an extra date names them.</summary>
    public IReadOnlyCollection<LocalDateTime> SkippedDates { get; init; } = [];

    /// <summary>No day of the rule after this is looked for; null is its own end.</summary>
    public LocalDate? Horizon { get; init; }

    /// <summary>In order, none twice, made as they are asked for.</summary>
    public IEnumerable<LocalDateTime> Occurrences()
    {
        var skipped = SkippedDates.ToHashSet();
        LocalDateTime? last = null;
        foreach (var time in InOrder())
        {
            if (time == last || skipped.Contains(time)) continue;
            last = time;
            yield return time;
        }
    }

    private IEnumerable<LocalDateTime> InOrder()
    {
        var extra = ExtraDates.Order().ToList();
        var at = 0;
        foreach (var time in Rule?.Occurrences(Start, Horizon) ?? [])
        {
            for (; at < extra.Count && extra[at] <= time; at++) yield return extra[at];
            yield return time;
        }

        for (; at < extra.Count; at++) yield return extra[at];
    }
}
