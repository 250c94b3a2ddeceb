using Sessions.Data.Search;

namespace Sessions.Views;

/// <summary>Cuts texts at the words that were looked for.</summary>
internal static class SearchMarks
{
    private const int Before = 70;
    private const int Longest = 200;

    /// <summary>The whole text in pieces, marked or not.</summary>
    public static IReadOnlyList<SearchPiece> Mark(string text, IReadOnlyList<SearchWord> words)
    {
        var pieces = new List<SearchPiece>();
        var from = 0;
        foreach (var (start, end) in Found(text, words))
        {
            if (start > from) pieces.Add(new(text[from..start], false));
            pieces.Add(new(text[start..end], true));
            from = end;
        }
        if (from < text.Length) pieces.Add(new(text[from..], false));
        return pieces;
    }

    /// <summary>Some words around the first match; null when there is none.</summary>
    public static IReadOnlyList<SearchPiece>? Excerpt(string? text, IReadOnlyList<SearchWord> words)
    {
        if (text is null || Found(text, words).FirstOrDefault() is not { End: > 0 } first) return null;
        var from = first.Start <= Before ? 0 : AfterSpace(text, first.Start - Before, first.Start);
        var to = text.Length - from <= Longest ? text.Length : BeforeSpace(text, from + Longest, first.End);
        var piece = string.Join(' ', text[from..to].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return Mark((from > 0 ? "…" : "") + piece + (to < text.Length ? "…" : ""), words);
    }

    public static bool Has(string? text, IReadOnlyList<SearchWord> words) => text is not null && Found(text, words).Any();

    private static IEnumerable<(int Start, int End)> Found(string text, IReadOnlyList<SearchWord> words)
    {
        foreach (var word in Fold.Words(text))
        {
            var parts = Fold.Parts(text, word);
            var isWhole = parts.Count == 0 || Fitting(word, words) > parts[0].Text.Length;
            foreach (var piece in isWhole ? [word] : parts)
                if (Fitting(piece, words) is > 0 and var letters)
                    yield return (piece.Start, letters == piece.Text.Length ? piece.End : Fold.EndOf(text, piece.Start, letters));
        }
    }

    /// <summary>Letters of the longest that fits, so that "meth" does not shorten the mark of "method".</summary>
    private static int Fitting(FoldedWord word, IReadOnlyList<SearchWord> words) =>
        words.Where(w => w.Fits(word.Text)).Select(w => w.Text.Length).DefaultIfEmpty().Max();

    private static int AfterSpace(string text, int from, int limit)
    {
        while (from < limit && !char.IsWhiteSpace(text[from - 1])) from++;
        return from;
    }

    private static int BeforeSpace(string text, int to, int limit)
    {
        if (to <= limit) return limit;
        var end = to;
        while (end > limit && !char.IsWhiteSpace(text[end])) end--;
        return end > limit ? end : to;
    }
}
