using System.Globalization;
using Microsoft.Extensions.Localization;
using NodaTime;
using Sessions.Scheduling;
using Sessions.Web.Public;

namespace Sessions.Web.Host;

/// <summary>Times in lists, where a whole line would not fit; the zone always stands beside the hour.</summary>
public static class DeskTimes
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary>"Wed 1 Nov 2023, 12:00 Europe/London (UTC+00:00)", or as much of it as is known.</summary>
    public static string Short(SessionTime when, IStringLocalizer<Words> l) => when switch
    {
        { Start: { } start } => Moment(start, when.Zone),
        { Precision: Precision.Unknown } => l["Day not known"],
        _ => TimeWords.Of(when).ToString(),
    };

    /// <summary>"Wed 1 Nov 2023, 12:00 London": where the row's own page says the rest.</summary>
    public static string Brief(SessionTime when, IStringLocalizer<Words> l) => when.Start is { } start
        ? $"{start.InZone(SessionClock.Zone(when.Zone)).ToString("ddd d MMM uuuu, HH:mm", English)} {ZoneNames.Place(when.Zone)}"
        : Short(when, l);

    /// <param name="zone">IANA name.</param>
    public static string Moment(Instant at, string zone)
    {
        var local = at.InZone(SessionClock.Zone(zone));
        return $"{local.ToString("ddd d MMM uuuu, HH:mm", English)} {zone} (UTC{local.Offset.ToString("+HH:mm", English)})";
    }

    /// <summary>For the datetime attribute.</summary>
    public static string Utc(Instant at) => at.ToString("uuuu-MM-ddTHH:mm:ss'Z'", English);

    /// <summary>"in 19 days", "in 3 hours", "2 days ago", "just now".</summary>
    public static string Distance(Instant at, Instant now, IStringLocalizer<Words> l)
    {
        var (span, ahead) = at >= now ? (at - now, true) : (now - at, false);
        if (span.TotalMinutes < 2) return ahead ? l["in a moment"] : l["just now"];
        var (count, unit) = span.TotalDays >= 2 ? ((int)span.TotalDays, "days") : span.TotalHours >= 2 ? ((int)span.TotalHours, "hours") : ((int)span.TotalMinutes, "minutes");
        return (ahead, unit) switch
        {
            (true, "days") => l["in {0} days", count],
            (true, "hours") => l["in {0} hours", count],
            (true, _) => l["in {0} minutes", count],
            (false, "days") => l["{0} days ago", count],
            (false, "hours") => l["{0} hours ago", count],
            _ => l["{0} minutes ago", count],
        };
    }
}
