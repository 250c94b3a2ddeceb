using Microsoft.EntityFrameworkCore;

namespace Sessions.Data.Search;

/// <summary>Brings the index rows of some sessions up to date, inside a write and after its own changes are saved.</summary>
internal static class SearchWriter
{
    /// <summary>As many as are read and written at a time.</summary>
    public const int Chunk = 200;

    private const int TermsAtOnce = 1000;

    public static async Task Index(SessionsDb db, IReadOnlyCollection<Guid> ids)
    {
        var fresh = (await SearchDocuments.Read(db, ids)).ToDictionary(d => d.SessionId);
        var held = await db.SearchSessions.Where(s => ids.Contains(s.SessionId)).ToDictionaryAsync(s => s.SessionId);
        var terms = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            var (before, after) = (held.GetValueOrDefault(id), fresh.GetValueOrDefault(id));
            Count(before?.Terms(), -1);
            Count(after?.Terms(), +1);
            if (before is not null && after is not null) before.Take(after);
            else if (after is not null) db.Add(after);
            else if (before is not null) db.Remove(before);
        }
        foreach (var some in terms.Where(t => t.Value != 0).Select(t => t.Key).Order(StringComparer.Ordinal).Chunk(TermsAtOnce)) await Add(db, some, terms);

        void Count(HashSet<string>? words, int change)
        {
            foreach (var word in words ?? []) terms[word] = terms.GetValueOrDefault(word) + change;
        }
    }

    private static async Task Add(SessionsDb db, string[] words, Dictionary<string, int> changes)
    {
        var known = await db.SearchTerms.Where(t => EF.Parameter(words).Contains(t.Term)).ToDictionaryAsync(t => t.Term, StringComparer.Ordinal);
        foreach (var word in words)
        {
            if (!known.TryGetValue(word, out var term)) term = db.Add(new SearchTerm { Term = word, Reversed = SearchTerm.Reverse(word) }).Entity;
            term.Sessions += changes[word];
            if (term.Sessions <= 0) db.Remove(term);
        }
    }
}
