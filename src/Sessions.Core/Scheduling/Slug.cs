using System.Globalization;
using System.Text;

namespace Sessions.Scheduling;

/// <summary>Readable pieces of an address: a to z, digits and single hyphens.</summary>
public static class Slug
{
    private const int Longest = 60;

    /// <summary>Empty when no letter or digit of the text has a plain form.</summary>
    public static string From(string text)
    {
        var slug = new StringBuilder(Longest);
        foreach (var c in Plain(text).Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        return Cut(slug.ToString().Trim('-'));
    }

    /// <summary>"talk", "talk-2", "talk-3"… until <paramref name="taken"/> says no.</summary>
    public static string Free(string wanted, Func<string, bool> taken)
    {
        var slug = wanted;
        for (var n = 2; taken(slug); n++) slug = $"{wanted}-{n}";
        return slug;
    }

    /// <summary>Letters that no decomposition makes plain.</summary>
    private static string Plain(string text) => text
        .Replace("ß", "ss", StringComparison.Ordinal).Replace("æ", "ae", StringComparison.OrdinalIgnoreCase).Replace("ø", "o", StringComparison.OrdinalIgnoreCase)
        .Replace("ł", "l", StringComparison.OrdinalIgnoreCase).Replace("đ", "d", StringComparison.OrdinalIgnoreCase).Replace("ı", "i", StringComparison.Ordinal)
        .Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal);

    private static string Cut(string slug)
    {
        if (slug.Length <= Longest) return slug;
        var end = slug.LastIndexOf('-', Longest);
        return slug[..(end > Longest / 2 ? end : Longest)];
    }
}
