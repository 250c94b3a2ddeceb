using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Workflows;

/// <summary>The running order of one session, whose lines may name who is on its programme.</summary>
public sealed class SetRunningOrder
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal SetRunningOrder(Database database, TimeProvider time) => (_database, _time) = (database, time);

    public async Task<RunningOrderRefusal?> Save(Actor who, Guid sessionId, IReadOnlyList<RunningOrderLine> lines)
    {
        if (RunningOrderRules.Check(lines) is { } no) return no;
        var named = lines.Select(line => line.AppearanceId).OfType<Guid>().Distinct().ToList();
        return await _database.Write<RunningOrderRefusal?>(async db =>
        {
            var session = await db.Sessions.FirstOrDefaultAsync(s => s.Id == sessionId);
            if (session is null) return RunningOrderRefusal.NotFound;
            if (!who.May(Act.EditSession, session.SeriesId)) return RunningOrderRefusal.NotAllowed;
            if (await db.Appearances.CountAsync(a => a.SessionId == sessionId && named.Contains(a.Id)) != named.Count) return RunningOrderRefusal.SpeakerUnknown;
            await RunningOrderRows.Replace(db, session.SeriesId, sessionId, lines);
            db.Add(new AuditEntry
            {
                At = _time.Now(),
                ActorId = who.PersonId,
                SeriesId = session.SeriesId,
                SessionId = sessionId,
                Text = "Changed the running order",
            });
            return null;
        }, RowLocks.Session(sessionId));
    }
}
