using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;

namespace Sessions.Invitations;

/// <summary>What came in is forgotten 90 days after; what it did stays done.</summary>
public sealed class InboundLogJob
{
    public static readonly Duration Life = Duration.FromDays(90);

    private const int ChunkSize = 200;

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal InboundLogJob(Database database, TimeProvider time) => (_database, _time) = (database, time);

    public async Task Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && await DeleteChunk() == ChunkSize)
        {
        }
    }

    private Task<int> DeleteChunk() => _database.Write(async db =>
    {
        var before = _time.Now() - Life;
        var old = await db.InboundMail.Where(m => m.At < before).OrderBy(m => m.At).Take(ChunkSize).ToListAsync();
        db.RemoveRange(old);
        return old.Count;
    });
}
