using NodaTime;
using NodaTime.TimeZones;
using Sessions.ICalendar;

namespace Sessions.Scheduling;

/// <summary>Zones by their IANA name, and local times in them.</summary>
public static class SessionClock
{
    /// <summary>IANA names that a person may choose from: one for each place with rules of its own, and UTC.</summary>
    public static IReadOnlyList<string> Zones { get; } =
        [.. (TzdbDateTimeZoneSource.Default.ZoneLocations ?? []).Select(place => place.ZoneId).Append("UTC").Distinct().Order(StringComparer.Ordinal)];

    /// <summary>A day or a zone's offset after it there are no more instants.</summary>
    public const int LastYear = 9998;

    public static bool Knows(string? id) => id is not null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is not null;

    /// <summary>UTC for a name nobody knows: data from elsewhere must not break a page.</summary>
    public static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) ?? DateTimeZone.Utc;

    /// <inheritdoc cref="LocalTimes.InZone" />
    public static Instant InZone(LocalDateTime local, string zone) => local.ToInstant(Zone(zone));

    public static Instant EndOf(LocalDate day, string zone) => Zone(zone).AtStartOfDay(day.PlusDays(1)).ToInstant();

    public static LocalDate Today(Instant now, string zone) => now.InZone(Zone(zone)).Date;
}
