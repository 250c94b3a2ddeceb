using System.Text.RegularExpressions;

namespace Sessions.Invitations;

/// <summary>How the words read for this person, and for somebody who gave no name.</summary>
internal static partial class WordingNames
{
    /// <summary>
    /// A sign-up may name an address that is not its own: what looks like a web address or a mail address is nobody's name,
    /// so that our mails carry no stranger's advertisement.
    /// </summary>
    public static string? Fit(string? name) => string.IsNullOrWhiteSpace(name) || Address().IsMatch(name) ? null : name.Trim();

    /// <summary>Takes the mark of a name that is not known out of a text, and what belonged to it: "Hello {name}," is "Hello,".</summary>
    public static string Without(string pattern, char mark)
    {
        for (var at = pattern.IndexOf(mark); at >= 0; at = pattern.IndexOf(mark))
        {
            var (before, after) = (pattern[..at].TrimEnd(' '), pattern[(at + 1)..]);
            if (before.Length == 0 || before[^1] == '\n')
            {
                var rest = after.TrimStart(',', ' ', ':', '!');
                pattern = before + (rest.Length > 0 ? char.ToUpperInvariant(rest[0]) + rest[1..] : "");
                continue;
            }

            // "…, {name}." and "…, {name}, …" keep one of their marks.
            if (before[^1] == ',' && (after.Length == 0 || ".,;:!?\n".Contains(after[0], StringComparison.Ordinal))) before = before[..^1];
            pattern = before + (after.Length > 0 && char.IsLetterOrDigit(after[0]) ? " " : "") + after;
        }

        return pattern;
    }

    [GeneratedRegex(@"[/@\\:]|\bwww\.|\p{L}{2,}\.\p{L}{2,}", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Address();
}
