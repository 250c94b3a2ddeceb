using Microsoft.EntityFrameworkCore;
using Sessions.Data;

namespace Sessions.People;

/// <summary>Drafts that nobody came back to are forgotten.</summary>
public sealed class FormDraftJob
{
    private const int ChunkSize = 200;

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal FormDraftJob(Database database, TimeProvider time) => (_database, _time) = (database, time);

    public async Task Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && await DeleteChunk() == ChunkSize)
        {
        }
    }

    private Task<int> DeleteChunk() => _database.Write(async db =>
    {
        var before = _time.Now() - FormDraft.Life;
        var old = await db.FormDrafts.Where(d => d.SavedAt < before).OrderBy(d => d.SavedAt).Take(ChunkSize).ToListAsync();
        db.RemoveRange(old);
        return old.Count;
    });
}
