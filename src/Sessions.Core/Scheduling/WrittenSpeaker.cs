using System.Globalization;
using Sessions.Mail;

namespace Sessions.Scheduling;

/// <summary>Speakers as people write them: "Name &lt;address&gt;", "Name address", an address, a name.</summary>
internal static class WrittenSpeaker
{
    private static readonly string[] Particles = ["de", "da", "di", "du", "del", "der", "den", "van", "von", "zu", "la", "le", "el", "al", "bin", "ter", "y"];

    /// <summary>A cell cut at semicolons and line ends; at commas, "&amp;" and "and" only if every piece is then a person.</summary>
    public static IEnumerable<string> Pieces(string cell) => CutAt(cell, ";\n").SelectMany(Persons).Select(p => p.Trim()).Where(p => p.Length > 0);

    public static LineSpeaker? Read(string text, List<LineNote> notes)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var open = text.IndexOf('<', StringComparison.Ordinal);
        var (from, to) = at >= 0 ? Around(text, at) : open >= 0 ? (open + 1, Math.Max(open + 1, text.IndexOf('>', open))) : (text.Length, text.Length);
        var address = text[from..to].Trim();
        if (address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) address = address[7..];
        var name = Clean(text[..from] + " " + text[to..]);
        var valid = EmailAddress.TryParse(address, out var parsed, out _) ? parsed.Value : null;
        if (valid is null && address.Length > 0) notes.Add(new(LineNoteKind.AddressUnreadable, address));
        return name.Length == 0 && valid is null ? null : new(name.Length == 0 ? null : name, valid);
    }

    /// <summary>Two to four capitalised words, with initials and particles (van, de) allowed; "AI" or "Open data" is no name.</summary>
    public static bool LooksLikeName(string text) => LooksLikeName(text, 2);

    private static bool LooksLikeName(string text, int fewest)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var capitals = words.Count(w => IsCapitalised(w) || IsInitial(w));
        return capitals >= fewest && capitals <= 4 && words.Length <= 5 && IsCapitalised(words[^1])
            && words.All(w => IsCapitalised(w) || IsInitial(w) || Particles.Contains(w, StringComparer.Ordinal));
    }

    private static bool IsInitial(string word) => word.Length is 1 or 2 && char.IsUpper(word[0]) && (word.Length == 1 || word[1] == '.');

    private static bool IsCapitalised(string word) => char.IsUpper(word[0]) && word.Length > 1
        && word.Any(char.IsLower) && word.All(c => char.IsLetter(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark || c is '-' or '\'' or '’' or '.');

    private static List<string> Persons(string piece)
    {
        var joined = piece.Replace(" & ", ",", StringComparison.Ordinal).Replace(" and ", ",", StringComparison.Ordinal);
        var finest = CutAt(joined, ",");
        if (finest.All(IsPerson)) return finest;
        var byComma = CutAt(piece, ",");
        return byComma.All(IsPerson) ? byComma : [piece];
    }

    private static bool IsPerson(string text) => text.Contains('@', StringComparison.Ordinal) || LooksLikeName(text, 1);

    /// <summary>Cut outside quotes and angle brackets.</summary>
    private static List<string> CutAt(string text, string marks)
    {
        var pieces = new List<string>();
        var (from, quoted, angle) = (0, false, false);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '"') quoted = !quoted;
            else if (text[at] == '<') angle = true;
            else if (text[at] == '>') angle = false;
            else if (!quoted && !angle && marks.Contains(text[at], StringComparison.Ordinal))
            {
                pieces.Add(text[from..at]);
                from = at + 1;
            }
        }
        pieces.Add(text[from..]);
        return pieces;
    }

    private static (int From, int To) Around(string text, int at)
    {
        var (from, to) = (at, at);
        while (from > 0 && !Ends(text[from - 1])) from--;
        while (to < text.Length && !Ends(text[to])) to++;
        return (from, to);
    }

    private static bool Ends(char c) => char.IsWhiteSpace(c) || c is '<' or '>' or '(' or ')' or '[' or ']' or '"' or ',' or ';';

    private static string Clean(string text) =>
        string.Join(' ', text.Split([' ', '<', '>', '(', ')', '[', ']', '"', '\n'], StringSplitOptions.RemoveEmptyEntries)).Trim(' ', ',', ':', '-', '–', '\'');
}
