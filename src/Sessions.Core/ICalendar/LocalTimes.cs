using NodaTime;
using NodaTime.TimeZones;

namespace Sessions.ICalendar;

/// <summary>From local times to instants, by one rule for the whole product.</summary>
public static class LocalTimes
{
    private static readonly ZoneLocalMappingResolver Rule =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnForwardShifted);

    /// <summary>A time skipped by a clock change moves forward by the gap; a doubled one is the earlier (RFC 5545 3.3.5).</summary>
    public static ZonedDateTime InZone(this LocalDateTime local, DateTimeZone zone) => zone.ResolveLocal(local, Rule);

    /// <inheritdoc cref="InZone" />
    public static Instant ToInstant(this LocalDateTime local, DateTimeZone zone) => local.InZone(zone).ToInstant();
}
