using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Data.Search;

namespace Sessions.Views;

/// <summary>Finds public sessions by words and filters: the best first, and among equals the latest.</summary>
public sealed class ArchiveSearch
{
    private const int PageSize = 20;
    private const int MostNear = 3;

    private readonly Database _database;

    internal ArchiveSearch(Database database) => _database = database;

    public async Task<SearchFacts> Read(SearchAsk ask, Instant now)
    {
        if (SearchQuery.Parse(ask.Words ?? "") is not { } query) return new(ask, null, IsTooLong: true, 0, [], [], SearchCounts.None, false, null);
        await using var db = _database.Read();
        await db.PreferIndexes();
        // Signs alone are words that nothing holds.
        if (ask.HasWords && query.Words.Count == 0) return new(ask, null, false, 0, [], [], SearchCounts.None, false, null);
        var corrected = ask.HasWords && !await db.Match(query).AnyAsync() ? await SearchSpelling.Correct(db, query) : null;
        query = corrected?.Query ?? query;
        var filters = await SearchFilters.Read(db, ask);
        var counts = await filters.Count(db, Found(db, query));
        var ids = await filters.Apply(Found(db, query)).Best().Skip((ask.Page - 1) * PageSize).Take(PageSize + 1).ToListAsync();
        var hits = await SearchHits.Read(db, [.. ids.Take(PageSize)], query.Words, now);
        var near = ask.Page == 1 && !ask.IsFiltered && counts.Unfiltered < MostNear ? await Near(db, query, ids, now) : [];
        return new(ask, corrected?.In(ask.Words!), false, filters.Total(counts), hits, near, counts, ids.Count > PageSize,
            Freshness.Until(now, hits.Concat(near).Select(h => h.Session.When)));
    }

    private static IQueryable<SearchFound> Found(SessionsDb db, SearchQuery query) => query.Words.Count == 0
        ? db.SearchSessions.Select(s => new SearchFound { Row = s, Score = 0 })
        : db.Match(query).Join(db.SearchSessions, m => m.Key, s => s.Key, (m, s) => new SearchFound { Row = s, Score = m.Score });

    /// <summary>Sessions that hold one of several words, the rarest first; for a word alone, those that hold a word like it.</summary>
    private static async Task<List<SearchHit>> Near(SessionsDb db, SearchQuery query, List<Guid> hits, Instant now)
    {
        IReadOnlyList<SearchWord> words = query.Words.Count == 1
            ? [.. (await SearchSpelling.Like(db, query.Words[0])).Take(MostNear).Select(w => new SearchWord(w, IsWhole: true))]
            : query.Words;
        var counted = new List<(SearchWord Word, int Sessions)>();
        foreach (var word in words) counted.Add((word, await db.Match(new([word])).CountAsync()));
        var near = new List<Guid>();
        foreach (var (word, _) in counted.Where(c => c.Sessions > 0).OrderBy(c => c.Sessions))
        {
            if (near.Count >= MostNear) break;
            near.AddRange(await Found(db, new([word])).Where(f => !hits.Contains(f.Row.SessionId) && !near.Contains(f.Row.SessionId)).Best().Take(MostNear - near.Count).ToListAsync());
        }
        return await SearchHits.Read(db, near, words, now);
    }
}
