using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Sessions.Web.Public;

/// <summary>How long something plays: as people read it, and as machines do.</summary>
public static class Lengths
{
    /// <summary>"58 min", "1 h 12 min"; seconds only where there is no whole minute.</summary>
    public static string Of(int seconds, IStringLocalizer<Words> l)
    {
        if (seconds < 60) return l["{0} s", seconds];
        var minutes = (seconds + 30) / 60;
        return minutes < 60 ? l["{0} min", minutes] : minutes % 60 == 0 ? l["{0} h", minutes / 60] : l["{0} h {1} min", minutes / 60, minutes % 60];
    }

    /// <summary>ISO 8601: "PT1H12M3S".</summary>
    public static string Iso(int seconds)
    {
        var (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        return string.Create(CultureInfo.InvariantCulture, $"PT{(hours > 0 ? $"{hours}H" : "")}{(minutes > 0 ? $"{minutes}M" : "")}{(rest > 0 || seconds == 0 ? $"{rest}S" : "")}");
    }
}
