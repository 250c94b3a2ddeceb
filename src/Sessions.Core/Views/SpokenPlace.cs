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
    public static SpokenPlace? Find(IReadOnlyList<Cue> cues, IReadOnlyList<SearchWord> words)
    {
        var (best, most) = (-1, (Together: 0, Alone: 0));
        var next = cues.Count > 0 ? Said(cues[0].Text, words) : 0;
        for (var n = 0; n < cues.Count; n++)
        {
            var here = next;
            next = n + 1 < cues.Count ? Said(cues[n + 1].Text, words) : 0;
            var (alone, together) = (BitOperations.PopCount(here), BitOperations.PopCount(here | next));
            if (here != 0 && (together, alone).CompareTo(most) > 0) (best, most) = (n, (together, alone));
        }

        return best < 0 ? null : new(cues[best].From, most.Together > most.Alone ? $"{cues[best].Text} {cues[best + 1].Text}" : cues[best].Text);
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
