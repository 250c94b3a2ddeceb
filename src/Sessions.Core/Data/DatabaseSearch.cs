using Microsoft.EntityFrameworkCore;
using Sessions.Data.Search;

namespace Sessions.Data;

/// <summary>What the changes of a write change in the search index, in the same transaction.</summary>
internal static class DatabaseSearch
{
    /// <summary>Call after the save.</summary>
    public static async Task Index(SessionsDb db, SearchTouched touched)
    {
        foreach (var some in (await touched.Sessions(db)).Chunk(SearchWriter.Chunk))
        {
            await SearchWriter.Index(db, some);
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Makes the whole index anew where it was made in an older way, or never.</summary>
    /// <param name="read">Read only.</param>
    public static async Task Rebuild(Database database, SessionsDb read, CancellationToken stop)
    {
        if (await read.SearchStates.AnyAsync(s => s.Version == SearchState.Current, stop)) return;
        await database.Write(async db =>
        {
            await db.SearchStates.ExecuteDeleteAsync(stop);
            await db.SearchSessions.ExecuteDeleteAsync(stop);
            await db.SearchTerms.ExecuteDeleteAsync(stop);
        });
        for (Guid? last = null; await Next(last) is { Count: > 0 } some; last = some[^1])
            await database.Write(db => SearchWriter.Index(db, some));
        await database.Write(db => Task.FromResult(db.Add(new SearchState { Version = SearchState.Current })));

        Task<List<Guid>> Next(Guid? after) =>
            read.Sessions.Where(s => after == null || s.Id > after).OrderBy(s => s.Id).Select(s => s.Id).Take(SearchWriter.Chunk).ToListAsync(stop);
    }
}
