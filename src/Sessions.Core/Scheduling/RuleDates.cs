using NodaTime;
using Sessions.ICalendar;

namespace Sessions.Scheduling;

/// <summary>The dates a series' rule comes to.</summary>
public static class RuleDates
{
    /// <summary>Local starts after <paramref name="now"/>, made as they are asked for; none where the rule is empty or unreadable.</summary>
    /// <param name="from">First day the rule counts from; today where it is null.</param>
    /// <param name="zone">IANA name.</param>
    public static IEnumerable<LocalDateTime> After(Instant now, string? rule, LocalDate? from, LocalTime start, string zone)
    {
        if (string.IsNullOrWhiteSpace(rule) || RecurrenceRuleParser.Parse(rule, SessionClock.Zone(zone)) is not ParsedRule.Accepted { Rule: var accepted }) return [];
        var first = from ?? SessionClock.Today(now, zone);
        return accepted.Occurrences(first + start).SkipWhile(local => SessionClock.InZone(local, zone) <= now);
    }
}
