using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.Scheduling;

namespace Sessions.Views.OpenData;

/// <summary>Reads the public record, a few questions for each batch of sessions however many there are.</summary>
public sealed class OpenRecords
{
    private const int Batch = 200;

    private readonly Database _database;

    internal OpenRecords(Database database) => _database = database;

    /// <summary>Oldest first; those to try things out on last.</summary>
    public async Task<IReadOnlyList<OpenSeries>> AllSeries()
    {
        await using var db = _database.Read();
        return await Series(db.Series.Where(s => s.PublishedAt != null).OrderBy(s => s.IsSample).ThenBy(s => s.CreatedAt).ThenBy(s => s.Id)).ToListAsync();
    }

    /// <summary>Null when there is no published series at this address.</summary>
    public async Task<OpenSeries?> Series(string slug)
    {
        await using var db = _database.Read();
        return await Series(db.Series.Where(s => s.Slug == slug && s.PublishedAt != null)).FirstOrDefaultAsync();
    }

    /// <summary>Null when there is no published session at this address.</summary>
    public async Task<OpenSession?> Session(string series, string slug)
    {
        await using var db = _database.Read();
        var id = await db.Published().Where(s => s.Slug == slug && s.Series!.Slug == series).Select(s => s.Id).FirstOrDefaultAsync();
        return id == default ? null : (await OpenSessionRows.Read(db, [id])).Find(s => s.Id == id);
    }

    /// <summary>Latest first, without a day at the end; a batch is read when it is reached.</summary>
    /// <param name="seriesId">Null is every series.</param>
    /// <param name="most">The latest only.</param>
    public async IAsyncEnumerable<OpenSession> Sessions(Guid? seriesId = null, int? most = null, [EnumeratorCancellation] CancellationToken stop = default)
    {
        await using var db = _database.Read();
        var wanted = seriesId is { } id ? db.Published().Where(s => s.SeriesId == id) : db.Published();
        var ids = await wanted.OrderBy(s => s.SortDate == null).ThenByDescending(s => s.SortDate).ThenByDescending(s => s.When.Start).ThenBy(s => s.Id)
            .Select(s => s.Id).Take(most ?? int.MaxValue).ToListAsync(stop);
        foreach (var some in ids.Chunk(Batch))
        {
            var read = (await OpenSessionRows.Read(db, some)).ToDictionary(s => s.Id);
            // One that was taken back meanwhile is none.
            foreach (var one in some)
                if (read.TryGetValue(one, out var session)) yield return session;
        }
    }

    private static IQueryable<OpenSeries> Series(IQueryable<Series> series) => series.Select(s => new OpenSeries(s.Id, s.Slug, s.Name, s.Hashtag, s.Aim, s.Zone, s.IsSample,
        s.EndedAt != null ? SeriesStateKind.Ended : s.PausedAt != null ? SeriesStateKind.Paused : SeriesStateKind.Running, s.PublishedAt!.Value)
    { Hue = s.Hue });
}
