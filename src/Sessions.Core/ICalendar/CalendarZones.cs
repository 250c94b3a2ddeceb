using NodaTime;
using NodaTime.TimeZones;

namespace Sessions.ICalendar;

/// <summary>The zones that a calendar names: by IANA name, by the name Windows has for them, or by a name of its own that its VTIMEZONE explains.</summary>
public sealed class CalendarZones
{
    private const int MostZones = 5;

    private static readonly Lazy<Dictionary<string, string>> Known = new(() =>
    {
        var source = TzdbDateTimeZoneSource.Default;
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (windows, iana) in source.WindowsMapping.PrimaryMapping) names[windows] = iana;
        foreach (var id in source.GetIds()) names[id] = id;
        return names;
    });

    private readonly Dictionary<string, DateTimeZone?> _zones = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="floating">For times that name no zone, where the calendar names none for all of them (X-WR-TIMEZONE).</param>
    public CalendarZones(CalendarComponent calendar, DateTimeZone floating)
    {
        Floating = Named(calendar.Property("X-WR-TIMEZONE")?.Text) ?? floating;
        foreach (var zone in calendar.Components.Where(c => c.Name == "VTIMEZONE").Take(MostZones))
            if (zone.Property("TZID")?.Text is { } name && Named(name) is null) _zones[name.Trim()] = Named(zone.Property("X-LIC-LOCATION")?.Text) ?? DescribedZone.Read(zone);
    }

    public DateTimeZone Floating { get; }

    /// <summary>Null for a name nobody knows.</summary>
    public DateTimeZone? Find(string name) => Named(name) ?? _zones.GetValueOrDefault(name.Trim());

    /// <summary>Of a written time; null where its zone is unknown. UTC for a day, which has none.</summary>
    public DateTimeZone? Of(CalendarTime time) => time.Kind switch
    {
        CalendarTimeKind.InZone => Find(time.ZoneName!),
        CalendarTimeKind.Floating => Floating,
        _ => DateTimeZone.Utc,
    };

    /// <summary>Some programs put their own address before the name: /example.org/20050809/Europe/London.</summary>
    internal static DateTimeZone? Named(string? name)
    {
        if (name is null || name.Length > 200) return null;
        for (var rest = name.Trim().Trim('"').TrimStart('/'); rest.Length > 0; rest = rest.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? rest[(slash + 1)..] : "")
            if (Known.Value.TryGetValue(rest, out var id)) return DateTimeZoneProviders.Tzdb.GetZoneOrNull(id);
        return null;
    }
}
