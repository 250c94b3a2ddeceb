using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.Data.Search;

namespace Sessions.Views;

/// <summary>Words of the archive that are like a word it does not hold. Looks at words with the same beginning or the same end only, and at a bounded number of them.</summary>
internal static class SearchSpelling
{
    private const int MostCandidates = 2000;
    private const int MostTries = 4;

    /// <summary>Null when every word is known, or one is like no other, or the corrected words stand nowhere together.</summary>
    public static async Task<Correction?> Correct(SessionsDb db, SearchQuery query)
    {
        var instead = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var word in query.Words)
        {
            if (await db.Match(new([word])).AnyAsync()) continue;
            if (await Like(db, word) is not { Count: > 0 } like) return null;
            instead[word.Text] = like;
        }
        if (instead.Count == 0) return null;
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var chosen = instead.ToDictionary(i => i.Key, i => i.Value[Math.Min(attempt, i.Value.Count - 1)], StringComparer.Ordinal);
            var corrected = query with { Words = [.. query.Words.Select(w => chosen.TryGetValue(w.Text, out var other) ? w with { Text = other } : w)] };
            if (await db.Match(corrected).AnyAsync()) return new(corrected, chosen);
        }
        return null;
    }

    /// <summary>The likest first, among equals the one in most sessions. Never the word itself.</summary>
    public static async Task<List<string>> Like(SessionsDb db, SearchWord word)
    {
        var text = word.Text;
        if (word.IsWhole || !SearchTerm.Counts(text) || text.Length < 4) return [];
        var most = text.Length >= 8 ? 2 : 1;
        // One wrong letter leaves this many at one end as they are; two wrong ones mostly do.
        var kept = Math.Max(1, most == 1 ? (text.Length / 2) - 1 : text.Length / 3);
        var backwards = SearchTerm.Reverse(text);
        var (begin, beginEnd) = (text[..kept], text[..kept] + char.MaxValue);
        var (end, endEnd) = (backwards[..kept], backwards[..kept] + char.MaxValue);
#pragma warning disable CA1309 // The database compares here, by the letters' codes, and knows no other way to be asked.
        var near = await db.SearchTerms
            .Where(t => (string.Compare(t.Term, begin) >= 0 && string.Compare(t.Term, beginEnd) < 0) || (string.Compare(t.Reversed, end) >= 0 && string.Compare(t.Reversed, endEnd) < 0))
            .Where(t => t.Term.Length >= text.Length - most && t.Term.Length <= text.Length + most)
            .OrderByDescending(t => t.Sessions).ThenBy(t => t.Term).Take(MostCandidates).ToListAsync();
#pragma warning restore CA1309
        return [.. near.Select(t => (t.Term, t.Sessions, Distance: EditDistance.Between(text, t.Term, most))).Where(t => t.Distance > 0 && t.Distance <= most)
            .OrderBy(t => t.Distance).ThenByDescending(t => t.Sessions).ThenBy(t => t.Term, StringComparer.Ordinal).Select(t => t.Term)];
    }

    /// <param name="Chosen">From the words as typed, folded, to those looked for.</param>
    internal sealed record Correction(SearchQuery Query, IReadOnlyDictionary<string, string> Chosen)
    {
        /// <summary>The text as typed, with the misspelt words replaced.</summary>
        public string In(string text)
        {
            foreach (var word in Fold.Words(text).AsEnumerable().Reverse().Where(w => Chosen.ContainsKey(w.Text)))
                text = text[..word.Start] + Chosen[word.Text] + text[word.End..];
            return text.Trim();
        }
    }
}
