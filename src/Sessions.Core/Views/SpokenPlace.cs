using System.Numerics;
using System.Text;
using NodaTime;
using Sessions.Archive.Captions;
using Sessions.Data.Search;

namespace Sessions.Views;

/// <summary>Where in a recording the words are said that were looked for.</summary>
/// <param name="At">When the first of them is shown.</param>
internal sealed record SpokenPlace(Duration At, string Text)
{
    /// <summary>The cue, or the cue with the next, that holds most of them: one that holds them alone before two that do together, and the first of equals. Null where none is said.</summary>
    public static SpokenPlace? Find(IEnumerable<Cue> cues, IReadOnlyList<SearchWord> words)
    {
        (Cue First, Cue? Second)? best = null;
        var most = (Together: 0, Alone: 0);
        (Cue Cue, uint Said)? before = null;
        foreach (var cue in cues)
        {
            // What holds all of them alone is not surpassed.
            if (most.Alone == words.Count) break;
            var said = Said(cue.Text, words);
            if (before is { } last) Weigh(last.Cue, last.Said, cue, said);
            before = (cue, said);
        }

        if (before is { } end) Weigh(end.Cue, end.Said, null, 0);
        return best is not var (first, second) ? null : new(first.From, second is null ? first.Text : $"{first.Text} {second.Text}");

        void Weigh(Cue cue, uint here, Cue? next, uint there)
        {
            var (alone, together) = (BitOperations.PopCount(here), BitOperations.PopCount(here | there));
            if (here == 0 || (together, alone).CompareTo(most) <= 0) return;
            (best, most) = ((cue, together > alone ? next : null), (together, alone));
        }
    }

    /// <summary>A bit for each of the words that stands in the text.</summary>
    public static uint Said(string? text, IReadOnlyList<SearchWord> words)
    {
        var said = 0u;
        if (text is null || !MayHold(text, words)) return said;
        foreach (var word in Fold.Words(text))
            for (var n = 0; n < words.Count; n++)
                if (words[n].Fits(word.Text)) said |= 1u << n;
        return said;
    }

    /// <summary>
    /// Folding an hour of talk takes long, and most of it holds none of the words. Of plain ASCII a word that folds to another is a run of the
    /// same letters, but for an apostrophe, which falls out.
    /// </summary>
    private static bool MayHold(string text, IReadOnlyList<SearchWord> words) =>
        !Ascii.IsValid(text) || text.Contains('\'', StringComparison.Ordinal) || words.Any(word => text.Contains(word.Text, StringComparison.OrdinalIgnoreCase));
}
