using System.Globalization;
using System.Text.RegularExpressions;

namespace Sessions.Archive.Captions;

/// <summary>A language as HTML names it (BCP 47): <c>en</c>, <c>pt-BR</c>.</summary>
public static partial class CaptionLanguage
{
    public const int Longest = 35;

    /// <summary>In its usual spelling; null for what is no tag of a language that anybody speaks.</summary>
    public static string? Read(string? tag)
    {
        if (tag?.Trim() is not { Length: > 0 and <= Longest } trimmed || !Written().IsMatch(trimmed)) return null;
        try
        {
            return CultureInfo.GetCultureInfo(trimmed, predefinedOnly: true).Name is { Length: > 0 } name ? name : null;
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }

    /// <summary>As its speakers call it.</summary>
    public static string Name(string tag) => Read(tag) is { } known && CultureInfo.GetCultureInfo(known).NativeName is { Length: > 0 } name ? name : tag;

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Written();
}
