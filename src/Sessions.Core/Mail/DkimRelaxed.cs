using System.Text;

namespace Sessions.Mail;

/// <summary>
/// The relaxed form of RFC 6376 3.4.2 and 3.4.4: a signature over it outlives refolding and lost spaces. Texts hold one
/// octet a character (Latin-1).
/// </summary>
internal static class DkimRelaxed
{
    private const string LineEnd = "\r\n";

    /// <param name="field">Folded or not, without the line end behind it; so is the answer.</param>
    public static string Header(string field)
    {
        var colon = field.IndexOf(':', StringComparison.Ordinal);
        var value = Squeeze(field[(colon + 1)..].Replace(LineEnd, "", StringComparison.Ordinal));
        return $"{field[..colon].TrimEnd(' ', '\t').ToLowerInvariant()}:{value.Trim(' ')}";
    }

    public static string Body(string body)
    {
        var lines = body.Split(LineEnd).Select(line => Squeeze(line).TrimEnd(' ')).ToList();
        var last = lines.FindLastIndex(line => line.Length > 0);
        return string.Concat(lines.Take(last + 1).Select(line => line + LineEnd));
    }

    private static string Squeeze(string text)
    {
        var squeezed = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is not (' ' or '\t'))
                squeezed.Append(c);
            else if (squeezed.Length == 0 || squeezed[^1] != ' ')
                squeezed.Append(' ');
        }
        return squeezed.ToString();
    }
}
