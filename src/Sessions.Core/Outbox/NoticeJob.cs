using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;
using Sessions.Data;

namespace Sessions.Outbox;

/// <summary>Turns due notices into outbox rows, a chunk a write: a change for a thousand people never holds the writer for long.</summary>
public sealed class NoticeJob
{
    /// <summary>Most mails a spreader owes in one write.</summary>
    public const int ChunkSize = 200;

    private static readonly Duration AfterFault = Duration.FromMinutes(1);

    private readonly Database _database;
    private readonly Dictionary<string, INoticeSpreader> _spreaders;
    private readonly TimeProvider _time;
    private readonly ILogger<NoticeJob> _log;

    internal NoticeJob(Database database, IEnumerable<INoticeSpreader> spreaders, TimeProvider time, ILogger<NoticeJob> log) =>
        (_database, _spreaders, _time, _log) = (database, spreaders.ToDictionary(s => s.Kind), time, log);

    public async Task Run(CancellationToken stop)
    {
        foreach (var (id, subject) in await FindDue(stop))
        {
            try
            {
                while (!stop.IsCancellationRequested && await SpreadChunk(id, subject))
                {
                }
            }
            catch (Exception fault) when (!stop.IsCancellationRequested)
            {
                _log.LogError("Notice {Id} could not be spread: {Fault}\n{Where}", id, fault.GetType().Name, fault.StackTrace);
                await PutOff(id);
            }
        }
    }

    private async Task<List<Due>> FindDue(CancellationToken stop)
    {
        var now = _time.Now();
        await using var db = _database.Read();
        return await db.Notices.Where(n => n.DoneAt == null && n.DueAt <= now).OrderBy(n => n.DueAt).Select(n => new Due(n.Id, n.SubjectId)).ToListAsync(stop);
    }

    /// <returns>True when there is more to spread now.</returns>
    private Task<bool> SpreadChunk(Guid id, Guid subject) => _database.Write(async db =>
    {
        var now = _time.Now();
        var notice = await db.Notices.FirstOrDefaultAsync(n => n.Id == id);
        if (notice is null || notice.DoneAt is not null || notice.DueAt > now) return false;
        var before = notice.Cursor;
        if (!_spreaders.TryGetValue(notice.Kind, out var spreader))
            throw new InvalidOperationException($"Nobody spreads notices of the kind {notice.Kind}.");
        await spreader.Spread(db, notice, now);
        var owed = db.ChangeTracker.Entries<OutboxMessage>().Count(e => e.State == EntityState.Added);
        if (owed > ChunkSize || (notice.DoneAt is null && notice.Cursor == before))
            throw new InvalidOperationException($"The spreader of {notice.Kind} owed {owed} mails in one chunk or did not move on.");
        return notice.DoneAt is null;
    }, RowLocks.Notice(id).And(RowLocks.Session(subject)));

    private Task PutOff(Guid id) => _database.Write(async db =>
    {
        if (await db.Notices.FirstOrDefaultAsync(n => n.Id == id && n.DoneAt == null) is { } notice)
            notice.DueAt = _time.Now() + AfterFault;
    });

    /// <param name="Subject">A session, as yet: held too, because spreaders change its places.</param>
    private sealed record Due(Guid Id, Guid Subject);
}
