using System.Globalization;
using System.Text;

namespace Sessions.Mail;

/// <summary>Header fields: RFC 5322 2.2.3 (folding), RFC 2047 (encoded words), RFC 2231 (parameters).</summary>
internal static class MimeHeader
{
    public const string Fold = "\r\n ";
    private const int LongestLine = 76;
    private const int LongestParameterLine = 60;
    private const string AtomSpecials = "!#$%&'*+-/=?^_`{|}~";

    /// <summary>Writes a value that is known to be well formed and short enough.</summary>
    public static void Write(StringBuilder mime, string name, string value) => mime.Append(name).Append(": ").Append(value).Append("\r\n");

    public static void WriteText(StringBuilder mime, string name, string text)
    {
        var line = Printable.Line(text);
        Write(mime, name, IsPlain(line) ? FoldAtSpaces(line, name.Length + 2) : EncodedWord.Encode(line, name.Length + 2));
    }

    public static void WriteMailbox(StringBuilder mime, string name, Mailbox mailbox)
    {
        var shown = Printable.Line(mailbox.Name ?? "");
        var address = mailbox.Address.Value;
        Write(mime, name, shown.Length == 0 ? address : $"{Phrase(shown, name.Length + 2)}{Fold}<{address}>");
    }

    /// <summary>A parameter with the semicolon and the fold before it; in RFC 2231 pieces when it is long or not ASCII.</summary>
    public static string Parameter(string name, string value)
    {
        var line = Printable.Line(value);
        if (Ascii.IsValid(line) && line.Length <= LongestParameterLine)
            return $";{Fold}{name}={Quoted(line)}";

        var pieces = Pieces("UTF-8''", line).ToList();
        return pieces is [var only]
            ? $";{Fold}{name}*={only}"
            : string.Concat(pieces.Select((piece, i) => $";{Fold}{name}*{i.ToString(CultureInfo.InvariantCulture)}*={piece}"));
    }

    private static IEnumerable<string> Pieces(string start, string value)
    {
        var piece = new StringBuilder(start);
        foreach (var rune in value.EnumerateRunes())
        {
            var encoded = rune.IsAscii && Rune.IsLetterOrDigit(rune) ? rune.ToString() : Uri.EscapeDataString(rune.ToString());
            if (piece.Length + encoded.Length > LongestParameterLine)
            {
                yield return piece.ToString();
                piece.Clear();
            }
            // RFC 2231 takes fewer characters bare than a URI does.
            piece.Append(encoded.Replace("~", "%7E", StringComparison.Ordinal));
        }
        yield return piece.ToString();
    }

    private static string Phrase(string name, int column)
    {
        if (!IsPlain(name) || name.Length + column > LongestLine - 2)
            return EncodedWord.Encode(name, column);
        return name.All(c => c == ' ' || char.IsAsciiLetterOrDigit(c) || AtomSpecials.Contains(c, StringComparison.Ordinal)) ? name : Quoted(name);
    }

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static bool IsPlain(string line) =>
        Ascii.IsValid(line)
        && !line.Contains("=?", StringComparison.Ordinal)
        && !line.Contains("  ", StringComparison.Ordinal)
        && line.Split(' ').All(word => word.Length <= LongestLine / 2);

    private static string FoldAtSpaces(string line, int column)
    {
        var folded = new StringBuilder();
        foreach (var word in line.Split(' '))
        {
            if (folded.Length > 0)
            {
                var fits = column + 1 + word.Length <= LongestLine;
                folded.Append(fits ? " " : Fold);
                column = fits ? column + 1 : 1;
            }
            folded.Append(word);
            column += word.Length;
        }
        return folded.ToString();
    }
}
