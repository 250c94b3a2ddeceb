using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;

namespace Sessions.People;

/// <summary>Keys of requests are forgotten after a day: who tries again does it sooner.</summary>
public sealed class ApiRequestJob
{
    private const int ChunkSize = 200;

    private static readonly Duration Kept = Duration.FromDays(1);

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal ApiRequestJob(Database database, TimeProvider time) => (_database, _time) = (database, time);

    public async Task Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && await Forget() == ChunkSize)
        {
        }
    }

    private Task<int> Forget() => _database.Write(async db =>
    {
        var before = _time.Now() - Kept;
        var old = await db.ApiRequests.Where(r => r.CreatedAt < before).OrderBy(r => r.CreatedAt).Take(ChunkSize).ToListAsync();
        db.RemoveRange(old);
        return old.Count;
    });
}
