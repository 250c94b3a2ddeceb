using NodaTime;
using NodaTime.Text;
using Sessions.Scheduling;

namespace Sessions.Web.Public;

/// <summary>
/// What people call a zone's time. NodaTime holds rules and abbreviations only, so the long English names of the zones most
/// communities use stand here, as in Unicode CLDR (common/main/en.xml, metazones); others fall back to the abbreviation.
/// </summary>
public static class ZoneNames
{
    private static readonly Dictionary<string, (string Standard, string Summer)> Names = new(StringComparer.Ordinal)
    {
        ["Europe/London"] = ("Greenwich Mean Time", "British Summer Time"),
        ["Europe/Dublin"] = ("Greenwich Mean Time", "Irish Standard Time"),
        ["Europe/Lisbon"] = Western,
        ["Atlantic/Reykjavik"] = ("Greenwich Mean Time", ""),
        ["Africa/Lagos"] = ("West Africa Standard Time", ""),
        ["Europe/Amsterdam"] = Central,
        ["Europe/Berlin"] = Central,
        ["Europe/Brussels"] = Central,
        ["Europe/Copenhagen"] = Central,
        ["Europe/Madrid"] = Central,
        ["Europe/Oslo"] = Central,
        ["Europe/Paris"] = Central,
        ["Europe/Prague"] = Central,
        ["Europe/Rome"] = Central,
        ["Europe/Stockholm"] = Central,
        ["Europe/Vienna"] = Central,
        ["Europe/Warsaw"] = Central,
        ["Europe/Zurich"] = Central,
        ["Africa/Johannesburg"] = ("South Africa Standard Time", ""),
        ["Europe/Athens"] = Eastern,
        ["Europe/Bucharest"] = Eastern,
        ["Europe/Helsinki"] = Eastern,
        ["Europe/Kyiv"] = Eastern,
        ["Africa/Nairobi"] = ("East Africa Time", ""),
        ["Asia/Dubai"] = ("Gulf Standard Time", ""),
        ["Asia/Kolkata"] = ("India Standard Time", ""),
        ["Asia/Singapore"] = ("Singapore Standard Time", ""),
        ["Asia/Shanghai"] = ("China Standard Time", "China Daylight Time"),
        ["Asia/Tokyo"] = ("Japan Standard Time", "Japan Daylight Time"),
        ["Australia/Sydney"] = ("Australian Eastern Standard Time", "Australian Eastern Daylight Time"),
        ["Pacific/Auckland"] = ("New Zealand Standard Time", "New Zealand Daylight Time"),
        ["America/Sao_Paulo"] = ("Brasilia Standard Time", "Brasilia Summer Time"),
        ["America/Halifax"] = ("Atlantic Standard Time", "Atlantic Daylight Time"),
        ["America/New_York"] = ("Eastern Standard Time", "Eastern Daylight Time"),
        ["America/Toronto"] = ("Eastern Standard Time", "Eastern Daylight Time"),
        ["America/Chicago"] = ("Central Standard Time", "Central Daylight Time"),
        ["America/Denver"] = ("Mountain Standard Time", "Mountain Daylight Time"),
        ["America/Los_Angeles"] = ("Pacific Standard Time", "Pacific Daylight Time"),
        ["UTC"] = ("Coordinated Universal Time", ""),
    };

    private static readonly OffsetPattern HoursAndMinutes = OffsetPattern.CreateWithInvariantCulture("+HH:mm");

    private static (string, string) Western => ("Western European Standard Time", "Western European Summer Time");

    private static (string, string) Central => ("Central European Standard Time", "Central European Summer Time");

    private static (string, string) Eastern => ("Eastern European Standard Time", "Eastern European Summer Time");

    /// <summary>The zones a form offers, by their offset in winter.</summary>
    public static IReadOnlyCollection<string> Offered => Names.Keys;

    /// <summary>The name at that moment: "British Summer Time", else the abbreviation where it is one, else nothing.</summary>
    public static string? At(string zone, Instant at)
    {
        var interval = SessionClock.Zone(zone).GetZoneInterval(at);
        if (Names.TryGetValue(zone, out var names))
        {
            // Dublin's winter is its rules' "saving" time: the offset in January tells which name fits.
            var winter = SessionClock.Zone(zone).GetUtcOffset(Instant.FromUtc(at.InUtc().Year, zone.StartsWith("Australia/", StringComparison.Ordinal) || zone is "Pacific/Auckland" or "America/Sao_Paulo" ? 7 : 1, 1, 0, 0));
            return interval.WallOffset <= winter || names.Summer.Length == 0 ? names.Standard : names.Summer;
        }
        return interval.Name.Any(char.IsAsciiLetter) ? interval.Name : null;
    }

    /// <summary>"UTC+01:00".</summary>
    public static string Offset(string zone, Instant at) => "UTC" + HoursAndMinutes.Format(SessionClock.Zone(zone).GetUtcOffset(at));

    /// <summary>"Europe/London, Greenwich Mean Time (UTC+00:00)".</summary>
    public static string Full(string zone, Instant at) => At(zone, at) is { } name ? $"{zone}, {name} ({Offset(zone, at)})" : $"{zone} ({Offset(zone, at)})";

    public static string Place(string zone) => zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');
}
