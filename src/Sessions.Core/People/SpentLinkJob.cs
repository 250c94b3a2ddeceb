using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;

namespace Sessions.People;

/// <summary>One-time links that opened, or never will, are forgotten after a day.</summary>
public sealed class SpentLinkJob
{
    private const int ChunkSize = 200;

    private static readonly Duration Kept = Duration.FromDays(1);

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal SpentLinkJob(Database database, TimeProvider time) => (_database, _time) = (database, time);

    public async Task Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && await DeleteChunk() == ChunkSize)
        {
        }
    }

    private Task<int> DeleteChunk() => _database.Write(async db =>
    {
        var before = _time.Now() - Kept;
        var spent = await db.OneTimeLinks.Where(l => l.UsedAt < before || l.ExpiresAt < before).OrderBy(l => l.Id).Take(ChunkSize).ToListAsync();
        db.RemoveRange(spent);
        return spent.Count;
    });
}
