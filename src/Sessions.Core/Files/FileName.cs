using System.Globalization;
using System.Text;

namespace Sessions.Files;

/// <summary>A name as a stranger's browser sent it, made fit to be shown and downloaded under.</summary>
public static class FileName
{
    private const int Longest = 120;

    /// <summary>No folders, no control or direction marks, nothing Windows refuses, and the ending of its real type.</summary>
    public static string Clean(string? given, FileType type)
    {
        var last = (given ?? "").Split('/', '\\')[^1];
        var kept = new StringBuilder();
        foreach (var rune in last.Normalize(NormalizationForm.FormC).EnumerateRunes())
            if (IsKept(rune)) kept.Append(rune);
        var name = kept.ToString().Trim(' ', '.');
        var ending = Ending(name);
        var fits = type.Endings.Contains(ending, StringComparer.Ordinal);
        var stem = (fits ? name[..^(ending.Length + 1)] : name).TrimEnd(' ', '.');
        if (stem.Length == 0) stem = "file";
        return $"{Cut(stem)}.{(fits ? ending : type.Endings[0])}";
    }

    /// <summary>What follows the last dot, in lower case; empty without one.</summary>
    public static string Ending(string? name)
    {
        var dot = name?.LastIndexOf('.') ?? -1;
        return dot < 0 ? "" : name![(dot + 1)..].Trim().ToLowerInvariant();
    }

    private static bool IsKept(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        && !(rune.IsAscii && "\"*:<>?|%;".Contains((char)rune.Value, StringComparison.Ordinal)) && rune != Rune.ReplacementChar;

    private static string Cut(string stem)
    {
        if (stem.Length <= Longest) return stem;
        var end = char.IsHighSurrogate(stem[Longest - 1]) ? Longest - 1 : Longest;
        return stem[..end].TrimEnd(' ', '.');
    }
}
