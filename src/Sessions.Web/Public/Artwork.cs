using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Sessions.Web.Public;

/// <summary>
/// The generated picture of a session: as many marks as its number, the last one in the spark colour (class "last").
/// The same number gives the same picture for ever, so nothing here may change what an existing number draws.
/// All methods return the markup inside an svg element; colours come from the stylesheet.
/// </summary>
public static class Artwork
{
    /// <summary>More marks than this would run together; higher numbers draw their last two digits (100 marks for 200, 300, …).</summary>
    private const int MostMarks = 150;

    private static readonly ConcurrentDictionary<int, string> Patterns = new();

    /// <summary>A ring of 24 dots with one missing: an address that leads nowhere. For viewBox 0 0 120 120.</summary>
    public static string NotFound { get; } = Ring(20)
        + """<circle class="last" cx="85" cy="16.7" r="3.4" fill="none" stroke="currentColor" stroke-width="1"/>""";

    /// <summary>The pattern of a session, or the ring of 24 dots without a number. For viewBox 0 0 120 120.</summary>
    public static string Pattern(int? number) => Patterns.GetOrAdd(Marks(number), n => n == 0 ? Ring(missing: null) : Draw(n));

    /// <summary>Pattern, number and the title's initials, each where known. For viewBox 0 0 320 200.</summary>
    public static string Poster(int? number, string? title)
    {
        var poster = new StringBuilder().Append("""<g transform="translate(128 10) scale(1.5)">""").Append(Pattern(number)).Append("</g>");
        if (number is { } n) poster.Append(CultureInfo.InvariantCulture, $"""<text x="22" y="176" font-size="64" letter-spacing="-2">{n}</text>""");
        if (Initials(title) is { Length: > 0 } initials) poster.Append(CultureInfo.InvariantCulture, $"""<text x="24" y="40" font-size="17">{initials}</text>""");
        return poster.ToString();
    }

    /// <summary>First letters of the capitalised words, at most four ("AI in Health" gives AH); of all words in scripts and titles without capitals. Letters only, so safe as markup.</summary>
    public static string Initials(string? title)
    {
        var words = (title ?? "").Split([' ', '\t', '\n', '/', '-', '–', '—'], StringSplitOptions.RemoveEmptyEntries)
            .Select(w => w.FirstOrDefault(char.IsLetterOrDigit)).Where(char.IsLetter).ToList();
        var capitals = words.Where(char.IsUpper).ToList();
        return string.Concat((capitals.Count > 0 ? capitals : words.Select(char.ToUpperInvariant)).Take(4));
    }

    private static int Marks(int? number) => number switch
    {
        null or <= 0 => 0,
        <= MostMarks => number.Value,
        _ => number.Value % 100 == 0 ? 100 : number.Value % 100,
    };

    private static string Draw(int n)
    {
        var marks = ArtworkFamilies.Marks(n);
        var svg = new StringBuilder("""<g fill="none" stroke="currentColor" stroke-linecap="round">""");
        for (var from = 0; from < n - 1;)
        {
            var width = marks[from].Width;
            svg.Append("<path d=\"");
            for (; from < n - 1 && marks[from].Width == width; from++) Append(svg, marks[from]);
            svg.Append(CultureInfo.InvariantCulture, $"\" stroke-width=\"{width:0.#}\"/>");
        }
        svg.Append(CultureInfo.InvariantCulture, $"""</g><path class="last" stroke="currentColor" fill="none" stroke-linecap="round" stroke-width="{marks[^1].Width + 1:0.#}" d=" """).Length--;
        return Append(svg, marks[^1]).Append("\"/>").ToString();
    }

    private static StringBuilder Append(StringBuilder svg, Mark mark)
    {
        svg.Append('M').Append(Number(mark.X)).Append(' ').Append(Number(mark.Y));
        return mark.IsDot ? svg.Append("h0") : svg.Append('L').Append(Number(mark.ToX)).Append(' ').Append(Number(mark.ToY));
    }

    private static string Ring(int? missing)
    {
        var svg = new StringBuilder("""<path fill="none" stroke="currentColor" stroke-width="6" stroke-linecap="round" d=" """);
        svg.Length--;
        for (var i = 0; i < 24; i++)
        {
            var (sin, cos) = Math.SinCos(i * Math.Tau / 24);
            if (i != missing) Append(svg, Mark.Dot(60 + (50 * cos), 60 + (50 * sin), 6));
        }
        return svg.Append("\"/>").ToString();
    }

    private static string Number(double value) => (Math.Round(value, 1, MidpointRounding.AwayFromZero) + 0d).ToString("0.#", CultureInfo.InvariantCulture);
}
