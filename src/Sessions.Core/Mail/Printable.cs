using System.Text;

namespace Sessions.Mail;

/// <summary>Text from strangers, freed of what could end a header, hide a word or upset a reader.</summary>
internal static class Printable
{
    /// <summary>One line: control characters, line ends and bidirectional overrides become one space each run.</summary>
    public static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        var afterHidden = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsHidden(rune))
            {
                if (afterHidden && rune.Value != ' ' && line.Length > 0 && line[^1] != ' ')
                    line.Append(' ');
                line.Append(rune);
            }
            afterHidden = IsHidden(rune);
        }
        return line.ToString().Trim();
    }

    /// <summary>Several lines, parted by <c>\n</c>.</summary>
    public static string Lines(string text)
    {
        var lines = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || !IsHidden(rune))
                lines.Append(rune);
        }
        return lines.ToString();
    }

    private static bool IsHidden(Rune rune) =>
        Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029 or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
