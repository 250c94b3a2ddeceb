using NodaTime;
using NodaTime.TimeZones;

namespace Sessions.Scheduling;

/// <summary>Local times and zones: the only place where one becomes the other.</summary>
public static class SessionClock
{
    /// <summary>A local time skipped by a clock change moves forward by the gap; a doubled one takes the earlier.</summary>
    private static readonly ZoneLocalMappingResolver Resolver =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnForwardShifted);

    public static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) ?? DateTimeZone.Utc;

    public static bool Knows(string? id) => id is not null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is not null;

    public static Instant InZone(LocalDateTime local, string zone) => Zone(zone).ResolveLocal(local, Resolver).ToInstant();

    public static Instant EndOf(LocalDate day, string zone) => Zone(zone).AtStartOfDay(day.PlusDays(1)).ToInstant();
}
