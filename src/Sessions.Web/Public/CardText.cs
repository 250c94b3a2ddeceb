namespace Sessions.Web.Public;

/// <summary>Words in lines of a picture, which has nobody to wrap them. Widths are estimated on the safe side: no font is asked.</summary>
public static class CardText
{
    /// <summary>A letter's width in parts of the font size; wide scripts take a whole one.</summary>
    private const double Letter = 0.56;

    private const double Wide = 1.05;

    /// <summary>The largest of the sizes at which the text fits, or the smallest, whose last line then ends with "…".</summary>
    public static (int Size, IReadOnlyList<string> Lines) Fit(string text, double width, params ReadOnlySpan<(int Size, int Lines)> sizes)
    {
        foreach (var (size, most) in sizes)
        {
            var lines = Wrap(text, width / size);
            if (lines.Count <= most) return (size, lines);
        }

        var (smallest, last) = sizes[^1];
        var cut = Wrap(text, width / smallest).Take(last).ToList();
        while (Width(cut[^1] + "…") > width / smallest) cut[^1] = cut[^1][..^(char.IsLowSurrogate(cut[^1][^1]) ? 2 : 1)].TrimEnd();
        cut[^1] += "…";
        return (smallest, cut);
    }

    private static List<string> Wrap(string text, double width)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines[^1].Length > 0 && Width(lines[^1] + " " + word) <= width) lines[^1] += " " + word;
            else if (lines[^1].Length == 0) lines[^1] = word;
            else lines.Add(word);
            while (Width(lines[^1]) > width) Break(lines, width);
        }

        return lines;
    }

    /// <summary>A word longer than the line, and every line of a script without spaces, is cut where it is full.</summary>
    private static void Break(List<string> lines, double width)
    {
        var (at, used) = (0, 0d);
        foreach (var rune in lines[^1].EnumerateRunes())
        {
            used += Width(rune);
            if (used > width && at > 0) break;
            at += rune.Utf16SequenceLength;
        }

        var rest = lines[^1][at..];
        lines[^1] = lines[^1][..at];
        if (rest.Length > 0) lines.Add(rest);
    }

    private static double Width(string text) => text.EnumerateRunes().Sum(Width);

    private static double Width(System.Text.Rune rune) => rune.Value >= 0x1100 || rune.Value is 'W' or 'M' or 'm' or 'w' or '@' ? Wide : Letter;
}
