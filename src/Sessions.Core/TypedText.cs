using System.Text;

namespace Sessions;

/// <summary>
/// What people type, made fit to keep and to show. PostgreSQL takes no NUL and no half of a character, and a turned writing
/// direction makes a page say something else than its words.
/// </summary>
internal static class TypedText
{
    /// <summary>In one line; null when nothing is left.</summary>
    public static string? Line(string? text) => Trimmed(Kept(text, linesToo: false));

    /// <summary>With its line ends, as \n; null when nothing is left.</summary>
    public static string? Lines(string? text) => Trimmed(Kept(text?.ReplaceLineEndings("\n"), linesToo: true));

    /// <summary>At most so many characters, and none of them halved.</summary>
    public static string Cut(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    private static string Kept(string? text, bool linesToo)
    {
        var kept = new StringBuilder(text?.Length ?? 0);
        foreach (var rune in (text ?? "").EnumerateRunes())
            if (rune.Value is '\n' or '\t') kept.Append(linesToo ? (char)rune.Value : ' ');
            else if (!Rune.IsControl(rune) && !TurnsDirection(rune.Value) && rune != Rune.ReplacementChar) kept.Append(rune);
        return kept.ToString();
    }

    private static string? Trimmed(string text) => text.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    /// <summary>Embeddings, overrides and isolates; the plain marks that Arabic and Hebrew need are kept.</summary>
    private static bool TurnsDirection(int rune) => rune is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
