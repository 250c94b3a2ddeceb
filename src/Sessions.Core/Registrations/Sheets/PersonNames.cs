using System.Globalization;
using System.Text;

namespace Sessions.Registrations.Sheets;

/// <summary>What a name is compared by: people add pronouns and where they work, and leave out accents.</summary>
internal static class PersonNames
{
    private static readonly HashSet<string> Pronouns =
    [
        "she", "her", "hers", "he", "him", "his", "they", "them", "theirs", "it", "its", "ze", "zir", "xe", "xem", "any", "all", "pronouns", "and", "or",
        "sie", "ihr", "er", "ihm", "elle", "il", "iel", "ella", "el", "ellos", "ona", "on", "lei", "lui", "zij", "hij", "hen",
    ];

    private static readonly HashSet<string> Titles = ["dr", "prof", "mr", "mrs", "ms", "mx", "phd"];

    private static readonly string[] BeforeWhereTheyWork = [" - ", " – ", " — ", " | ", " / ", " @ ", " · ", "_", ", "];

    /// <summary>The whole name, in small letters without accents; null where no letter is left, and where brackets hold what may be another name.</summary>
    public static string? Whole(string? name)
    {
        if (name is null) return null;
        var (inside, outside) = Parts(name);
        return inside.Count == 0 ? Plain(outside) : null;
    }

    /// <summary>Everything that the same person may be called elsewhere, the whole name first.</summary>
    public static IReadOnlyList<string> Forms(string? name)
    {
        if (name is null) return [];
        var ((inside, outside), forms) = (Parts(name), new List<string>());
        Add(outside);
        foreach (var mark in BeforeWhereTheyWork)
            if (outside.IndexOf(mark, StringComparison.Ordinal) is > 0 and var at && (mark[0] is not (',' or '_') || outside[..at].Trim().Contains(' ', StringComparison.Ordinal))) Add(outside[..at]);
        // "Example, Kit".
        if (outside.Split(',') is [var last, var first]) Add($"{first} {last}");
        foreach (var other in inside) Add(other);
        return forms;

        void Add(string form)
        {
            if (Plain(form) is { } plain && !forms.Contains(plain)) forms.Add(plain);
        }
    }

    /// <summary>To search by: all of it, in small letters without accents; null where no letter is left.</summary>
    public static string? Words(string? text) => TypedText.Line(text) is { } line ? Folded(line) is { Length: > 0 } words ? words : null : null;

    /// <summary>Zoom writes "Kit (Kit Example)". A single word in brackets is where somebody comes from rather than who they are.</summary>
    private static (IReadOnlyList<string> Inside, string Outside) Parts(string name)
    {
        var (inside, kept, bracketed, depth) = (new List<string>(), new StringBuilder(), new StringBuilder(), 0);
        foreach (var letter in name)
        {
            if (letter is '(' or '[' or '{' or '<')
            {
                depth++;
            }
            else if (letter is ')' or ']' or '}' or '>')
            {
                if (depth == 0 || --depth > 0) continue;
                if (bracketed.ToString() is var one && one.Trim().Contains(' ', StringComparison.Ordinal) && Plain(one) is not null) inside.Add(one);
                bracketed.Clear();
                kept.Append(' ');
            }
            else
            {
                (depth > 0 ? bracketed : kept).Append(letter);
            }
        }
        return (inside, kept.ToString().Trim());
    }

    private static string? Plain(string text)
    {
        var words = Folded(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        while (words.Count > 1 && Titles.Contains(words[0])) words.RemoveAt(0);
        // "Kit Example she her": a single one may be a name.
        if (words is [.., _, var one, var two] && Pronouns.Contains(one) && Pronouns.Contains(two))
            while (words.Count > 1 && Pronouns.Contains(words[^1])) words.RemoveAt(words.Count - 1);
        return words.Count == 0 || words.TrueForAll(Pronouns.Contains) ? null : string.Join(' ', words);
    }

    private static string Folded(string text)
    {
        var letters = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormKD).ToLowerInvariant())
            if (char.IsLetterOrDigit(letter)) letters.Append(Folded(letter));
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark && letter is not ('\'' or '’')) letters.Append(' ');
        return string.Join(' ', letters.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Folded(char letter) => letter switch
    {
        'ß' => "ss",
        'ł' => "l",
        'ø' => "o",
        'đ' or 'ð' => "d",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ı' => "i",
        _ => letter.ToString(),
    };
}
