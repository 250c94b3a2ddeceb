using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;

namespace Sessions.Outbox;

/// <summary>What mails said is forgotten 30 days after sending; that they were sent is kept.</summary>
public sealed class BodyRetentionJob
{
    public static readonly Duration Life = Duration.FromDays(30);

    private const int ChunkSize = 200;

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal BodyRetentionJob(Database database, TimeProvider time) => (_database, _time) = (database, time);

    public async Task Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && await DeleteChunk() == ChunkSize)
        {
        }
    }

    private Task<int> DeleteChunk() => _database.Write(async db =>
    {
        var before = _time.Now() - Life;
        var old = await db.Outbox
            .Where(m => m.Body != null)
            .Where(m => m.SentAt < before || (m.SentAt == null && m.ExpiresAt < before))
            .OrderBy(m => m.Id).Select(m => m.Id).Take(ChunkSize).ToListAsync();
        // By key alone: nothing is read that is about to go.
        db.RemoveRange(old.Select(id => new OutboxBody { Id = id, Bytes = [], Preview = "" }));
        return old.Count;
    });
}
