using System.Globalization;

namespace Sessions.Web.Host.Planning;

/// <summary>A series' colour is a hue alone: the style sheet fixes lightness and chroma, so that every hue keeps its contrast.</summary>
/// <param name="Hue">Degrees of oklch.</param>
public sealed record Accent(string Name, int Hue)
{
    public static IReadOnlyList<Accent> Named { get; } =
        [new("Pine", 168), new("Sky", 240), new("Violet", 298), new("Plum", 345), new("Coral", 32), new("Amber", 75), new("Moss", 128), new("Slate", 255)];

    /// <summary>The hue of a colour written #rrggbb; null for grey, which has none, and for anything else.</summary>
    public static int? HueOf(string? colour)
    {
        if (colour is not ['#', ..] || colour.Length != 7 || !int.TryParse(colour.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)) return null;
        var (r, g, b) = (Linear(rgb >> 16), Linear((rgb >> 8) & 255), Linear(rgb & 255));
        // sRGB to OKLab (B. Ottosson, 2020); the hue is the angle of a and b.
        var l = Math.Cbrt((0.4122214708 * r) + (0.5363325363 * g) + (0.0514459929 * b));
        var m = Math.Cbrt((0.2119034982 * r) + (0.6806995451 * g) + (0.1073969566 * b));
        var s = Math.Cbrt((0.0883024619 * r) + (0.2817188376 * g) + (0.6299787005 * b));
        var (x, y) = ((1.9779984951 * l) - (2.4285922050 * m) + (0.4505937099 * s), (0.0259040371 * l) + (0.7827717662 * m) - (0.8086757660 * s));
        if (Math.Sqrt((x * x) + (y * y)) < 0.005) return null;
        return ((int)Math.Round(Math.Atan2(y, x) * 180 / Math.PI) + 360) % 360;
    }

    private static double Linear(int channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
