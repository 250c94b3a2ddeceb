using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;

namespace Sessions.Registrations;

/// <summary>What hosts sent to themselves to look at is forgotten as long after it as what mails said.</summary>
public sealed class TestMessageJob
{
    public static readonly Duration Life = Duration.FromDays(30);

    private const int ChunkSize = 200;

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal TestMessageJob(Database database, TimeProvider time) => (_database, _time) = (database, time);

    public async Task Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && await DeleteChunk() == ChunkSize)
        {
        }
    }

    private Task<int> DeleteChunk() => _database.Write(async db =>
    {
        var before = _time.Now() - Life;
        var old = await db.GroupMessages.Where(m => m.IsTest && m.SentAt < before).OrderBy(m => m.Id).Take(ChunkSize).ToListAsync();
        db.RemoveRange(old);
        return old.Count;
    });
}
