using NodaTime;

namespace Sessions.ICalendar;

/// <summary>DTSTART and DTEND, both of one kind. There is no floating time.</summary>
public abstract record EventTime
{
    private EventTime()
    {
    }

    /// <summary>
    /// Written with TZID where the zone has a yearly rule and neither local time is doubled by a clock change, else in UTC.
    /// </summary>
    public sealed record Exact(ZonedDateTime Start, ZonedDateTime End) : EventTime;

    /// <summary>From the first to the last day, both included (DTEND is the day after, RFC 5545 3.6.1).</summary>
    public sealed record WholeDays(LocalDate First, LocalDate Last) : EventTime;

    /// <param name="start">Resolved by <see cref="LocalTimes.InZone" />.</param>
    /// <param name="duration">Elapsed time, also across a clock change.</param>
    public static Exact At(LocalDateTime start, DateTimeZone zone, Duration duration)
    {
        var from = start.InZone(zone);
        return new(from, from + duration);
    }

    public static Exact InUtc(Instant start, Instant end) => new(start.InUtc(), end.InUtc());
}
