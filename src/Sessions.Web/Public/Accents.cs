using System.Globalization;
using System.Text;

namespace Sessions.Web.Public;

/// <summary>A series' colour is a hue; lightness and chroma stand in the style sheet, so that every hue keeps its contrast.</summary>
public static class Accents
{
    /// <summary>What the style sheet itself begins with.</summary>
    public const int Default = 168;

    /// <summary>Hues with the spark that stands apart from them; another hue takes the spark of its neighbour.</summary>
    private static readonly (int Hue, int Spark)[] Sparks = [(168, 52), (240, 85), (298, 120), (345, 160), (32, 95), (75, 265), (128, 20), (255, 52)];

    /// <summary>The address of one sheet for all of a page's hues; null where the style sheet's own will do.</summary>
    public static string? Sheet(IEnumerable<int> hues)
    {
        var wanted = hues.Distinct().Order().ToList();
        return wanted is [] or [Default] ? null : $"/accent/{string.Join('.', wanted)}.css";
    }

    /// <summary>Null unless <paramref name="hues"/> is what <see cref="Sheet"/> writes.</summary>
    public static string? Css(string hues)
    {
        var css = new StringBuilder();
        var last = -1;
        foreach (var part in hues.Split('.'))
        {
            if (part.Length > 3 || !int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var hue) || hue > 359 || hue <= last) return null;
            css.Append(CultureInfo.InvariantCulture, $"[data-accent=\"{last = hue}\"]{{--hue:{hue};--hue2:{Spark(hue)}}}\n");
        }
        return css.ToString();
    }

    /// <summary>The hue of the newest mark.</summary>
    public static int Spark(int hue) => Sparks.MinBy(s => Math.Min(Math.Abs(s.Hue - hue), 360 - Math.Abs(s.Hue - hue))).Spark;
}
