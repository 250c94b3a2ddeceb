using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;

namespace Sessions.People;

/// <summary>Writes down which sign-ins were used, and forgets those that ended or were not used for as long as a cookie lives.</summary>
public sealed class SignInJob
{
    private const int ChunkSize = 200;

    /// <summary>A list that says "today, 14:00" needs no more, and every page would write otherwise.</summary>
    private static readonly Duration Grain = Duration.FromHours(1);

    private readonly Database _database;
    private readonly SignInsSeen _seen;
    private readonly TimeProvider _time;

    internal SignInJob(Database database, SignInsSeen seen, TimeProvider time) => (_database, _seen, _time) = (database, seen, time);

    public async Task Run(CancellationToken stop)
    {
        foreach (var ids in _seen.Take().Chunk(ChunkSize)) await WriteDown(ids);
        while (!stop.IsCancellationRequested && await Forget() == ChunkSize)
        {
        }
    }

    private async Task WriteDown(Guid[] ids)
    {
        var before = _time.Now() - Grain;
        await using (var read = _database.Read())
        {
            if (!await read.SignIns.AnyAsync(s => ids.Contains(s.Id) && s.SeenAt < before)) return;
        }

        await _database.Write(async db =>
        {
            var now = _time.Now();
            foreach (var signIn in await db.SignIns.Where(s => ids.Contains(s.Id) && s.SeenAt < before).ToListAsync())
                signIn.SeenAt = now;
        });
    }

    private Task<int> Forget() => _database.Write(async db =>
    {
        var before = _time.Now() - SignIn.Life;
        var old = await db.SignIns.Where(s => s.EndedAt < before || s.SeenAt < before).OrderBy(s => s.Id).Take(ChunkSize).ToListAsync();
        db.RemoveRange(old);
        return old.Count;
    });
}
