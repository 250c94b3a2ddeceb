using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.People;
using Sessions.Registrations;

namespace Sessions.Workflows;

/// <summary>Tells of a move or a cancellation within the minute, instead of after the few in which more changes would join it.</summary>
public sealed class TellChange
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal TellChange(Database database, TimeProvider time) => (_database, _time) = (database, time);

    public Task<ChangeRefusal?> Save(Actor who, Guid sessionId) => _database.Write<ChangeRefusal?>(async db =>
    {
        var session = await db.Sessions.FirstOrDefaultAsync(s => s.Id == sessionId);
        if (session is null) return ChangeRefusal.NotFound;
        if (!who.May(Act.MoveSession, session.SeriesId)) return ChangeRefusal.NotAllowed;
        var now = _time.Now();
        if (!await SessionChangeWriter.Hasten(db, sessionId, now)) return ChangeRefusal.NothingWaits;
        db.Add(new AuditEntry { At = now, ActorId = who.PersonId, SeriesId = session.SeriesId, SessionId = session.Id, Text = "Had the change told at once" });
        return null;
    }, RowLocks.Session(sessionId));
}
