namespace Sessions.People;

/// <summary>
/// An address or a name inside other words, in any case of letters, where it stands by itself: <c>ann@example.org</c> is not in <c>joann@example.org</c> nor in
/// <c>ann@example.org.uk</c>.
/// </summary>
internal static class WholeWord
{
    public static bool Holds(string? text, string word) => text is not null && Find(text, word, 0) >= 0;

    public static string Replace(string text, string word, string by)
    {
        for (var at = Find(text, word, 0); at >= 0; at = Find(text, word, at + by.Length))
            text = string.Concat(text.AsSpan(0, at), by, text.AsSpan(at + word.Length));
        return text;
    }

    private static int Find(string text, string word, int from)
    {
        if (word.Length == 0) return -1;
        for (var at = text.IndexOf(word, from, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
            if (!GoesOnBefore(text, at) && !GoesOnAfter(text, at + word.Length)) return at;
        return -1;
    }

    private static bool GoesOnBefore(string text, int at) => at > 0 && (char.IsLetterOrDigit(text[at - 1]) || "._%+-".Contains(text[at - 1], StringComparison.Ordinal));

    /// <summary>A dot ends a sentence, or leads on to the rest of a domain.</summary>
    private static bool GoesOnAfter(string text, int end) =>
        end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '-' or '_' or '@' || text[end] == '.' && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1]));
}
