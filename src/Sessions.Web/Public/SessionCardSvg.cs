using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using Sessions.Views;

namespace Sessions.Web.Public;

/// <summary>A session as one picture of 1200 × 630, for whoever passes its link on: number, title, date, speakers, artwork.</summary>
public static class SessionCardSvg
{
    private const int TextWidth = 700;

    public static string Of(SessionFacts session, IStringLocalizer<Words> l)
    {
        var name = SessionTitle.Of(session.Title, session.Theme, session.IsOver, l);
        var art = Artwork.Pattern(session.Number).Replace("class=\"last\"", $"color=\"{Oklch.Hex(.82, .14, Accents.Spark(session.Hue))}\"", StringComparison.Ordinal);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630" width="1200" height="630" role="img" aria-label="{Text(name)}">""");
        svg.Append(CultureInfo.InvariantCulture, $"""<rect width="1200" height="630" fill="{Oklch.Hex(.305, .06, session.Hue)}"/>""");
        svg.Append(CultureInfo.InvariantCulture, $"""<g transform="translate(800 130) scale(3.1)" color="{Oklch.Hex(.62, .09, session.Hue)}">{art}</g>""");
        svg.Append("""<g fill="#ffffff" font-family="Iowan Old Style, P052, Palatino, Georgia, serif">""");
        Lines(svg, session.Number is { } number ? $"{session.SeriesName}, {number}" : session.SeriesName, 70, 96, (34, 1), (28, 1));
        Lines(svg, name, 70, 210, (76, 3), (60, 4), (46, 5));
        Lines(svg, string.Join(", ", session.Speakers.Select(s => s.Name)), 70, 480, (32, 1), (26, 2));
        Lines(svg, Times.Line(session.When, session.IsOver, l), 70, 560, (30, 1), (24, 2));
        return svg.Append("</g></svg>").ToString();
    }

    private static void Lines(StringBuilder svg, string text, int x, int y, params ReadOnlySpan<(int Size, int Lines)> sizes)
    {
        if (string.IsNullOrWhiteSpace(text)) return;
        var (size, lines) = CardText.Fit(text, TextWidth, sizes);
        for (var i = 0; i < lines.Count; i++)
            svg.Append(CultureInfo.InvariantCulture, $"""<text x="{x}" y="{y + (i * size * 6 / 5)}" font-size="{size}">{Text(lines[i])}</text>""");
    }

    private static string Text(string text) => System.Security.SecurityElement.Escape(text);
}
