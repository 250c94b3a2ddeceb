using System.Net;
using System.Text.RegularExpressions;

namespace Sessions.Archive.Captions;

/// <summary>What a cue says without its marks: tags, styles and entities are gone, a voice becomes the speaker.</summary>
internal static partial class CueText
{
    public const int LongestSpeaker = 100;

    public static (string? Speaker, string Text) Read(IEnumerable<string> lines)
    {
        var raw = string.Join('\n', lines);
        var voice = Voice().Match(raw);
        var text = Clean(WebUtility.HtmlDecode(Tags().Replace(raw, "")));
        if (voice.Success) return (Name(WebUtility.HtmlDecode(voice.Groups["name"].Value)), text);
        // Meeting programs write the speaker in front of the words.
        var before = Before().Match(text);
        return before.Success ? (Name(before.Groups["name"].Value), text[before.Length..].TrimStart()) : (null, text);
    }

    /// <summary>Each line trimmed, empty ones left out.</summary>
    public static string Clean(string text) =>
        string.Join('\n', (TypedText.Lines(text.Replace('\u00A0', ' ')) ?? "").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));

    private static string? Name(string text) => Clean(text).Replace('\n', ' ') is { Length: > 0 } name ? TypedText.Cut(name, LongestSpeaker) : null;

    // A name of 100 characters, each of them escaped.
    [GeneratedRegex(@"<v(?:\.[^\s>]*)?\s+(?<name>[^>\n]{1,600})>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Voice();

    [GeneratedRegex(@"<[/a-zA-Z0-9][^>\n]{0,620}>|\{\\[^}\n]{0,40}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\A(?<name>\p{Lu}[\p{L}'’.-]*(?: \p{L}[\p{L}'’.-]*){1,3}): (?=\S)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Before();
}
