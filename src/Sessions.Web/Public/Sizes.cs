using System.Globalization;

namespace Sessions.Web.Public;

/// <summary>File sizes as people read them.</summary>
public static class Sizes
{
    private const double Kilo = 1024;

    public static string Of(long bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / Kilo:0} KB"),
        >= 1024L * 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / Kilo / Kilo / Kilo:0.0} GB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / Kilo / Kilo:0.0} MB"),
    };
}
