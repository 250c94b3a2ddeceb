using System.Globalization;
using NodaTime;

namespace Sessions.Scheduling;

/// <summary>A session's time as people read it: weekday, date, hours, the zone's name and its offset on that date.</summary>
/// <param name="Day">"Wednesday 1 November 2023", or as much of it as is known; null when nothing is.</param>
/// <param name="Hours">"12:00 to 13:00"; only of exact times.</param>
/// <param name="Zone">"Europe/London, GMT (UTC+00:00)"; only of exact times.</param>
public sealed record TimeWords(string? Day, string? Hours, string? Zone)
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary>All in one line.</summary>
    public override string ToString() => string.Join(", ", new[] { Day, Hours, Zone }.OfType<string>());

    public static TimeWords Of(SessionTime when) => when.Precision switch
    {
        Precision.Exact => Exact(when),
        Precision.Days when when.LastDate > when.Date => new($"{Of(when.Date!.Value)} to {Of(when.LastDate.Value)}", null, null),
        Precision.Days => new(Of(when.Date!.Value), null, null),
        Precision.Month => new(when.Date!.Value.ToString("MMMM uuuu", English), null, null),
        Precision.NotAfter => new($"by {Of(when.Date!.Value)}", null, null),
        _ => new(null, null, null),
    };

    public static string Of(LocalDate day) => day.ToString("dddd d MMMM uuuu", English);

    /// <summary>"Europe/London, GMT (UTC+00:00)", as it is at <paramref name="at"/>.</summary>
    public static string Of(string zone, Instant at)
    {
        var rules = SessionClock.Zone(zone).GetZoneInterval(at);
        var offset = rules.WallOffset.ToString("+HH:mm", English);
        if (rules.Name == zone) return zone;
        return rules.Name.Any(char.IsAsciiDigit) ? $"{zone} (UTC{offset})" : $"{zone}, {rules.Name} (UTC{offset})";
    }

    private static TimeWords Exact(SessionTime when)
    {
        var zone = SessionClock.Zone(when.Zone);
        var (start, end) = (when.Start!.Value.InZone(zone), when.End!.Value.InZone(zone));
        var until = end.ToString("HH:mm", English);
        if (end.Date != start.Date) until = $"{end.Date.ToString("dddd d MMMM", English)}, {until}";
        return new(Of(start.Date), $"{start.ToString("HH:mm", English)} to {until}", Of(when.Zone, when.Start.Value));
    }
}
