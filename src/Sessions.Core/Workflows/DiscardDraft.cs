using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Workflows;

/// <summary>A session that was never public goes as if it had not been planned, with its programme and running order. A public one is cancelled instead.</summary>
public sealed class DiscardDraft
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal DiscardDraft(Database database, TimeProvider time) => (_database, _time) = (database, time);

    public async Task<ChangeRefusal?> Save(Actor who, Guid sessionId) => await _database.Write<ChangeRefusal?>(async db =>
    {
        var session = await db.Sessions.FirstOrDefaultAsync(s => s.Id == sessionId);
        if (session is null) return ChangeRefusal.NotFound;
        if (!who.May(People.Act.PlanSessions, session.SeriesId)) return ChangeRefusal.NotAllowed;
        if (session.PublishedAt is not null || await db.Registrations.AnyAsync(r => r.SessionId == sessionId)) return ChangeRefusal.IsPublic;
        if (await db.Files.AnyAsync(f => f.SessionId == sessionId)) return ChangeRefusal.HasFiles;
        db.RemoveRange(await db.TalkMoves.Where(m => m.FromSessionId == sessionId || m.ToSessionId == sessionId).ToListAsync());
        db.RemoveRange(await db.RunningOrder.Where(i => i.SeriesId == session.SeriesId && i.SessionId == sessionId).ToListAsync());
        db.RemoveRange(await db.Appearances.Where(a => a.SessionId == sessionId).ToListAsync());
        db.RemoveRange(await db.Recordings.Where(r => r.SessionId == sessionId).ToListAsync());
        db.RemoveRange(await db.Resources.Where(r => r.SessionId == sessionId).ToListAsync());
        db.RemoveRange(await db.WriteUps.Where(w => w.SessionId == sessionId).ToListAsync());
        db.Remove(session);
        db.Add(new AuditEntry
        {
            At = _time.Now(),
            ActorId = who.PersonId,
            SeriesId = session.SeriesId,
            Text = TypedText.Cut($"Threw away the draft of {TimeWords.Of(session.When)}{(session.Title is { } title ? $": {title}" : "")}", 500),
        });
        return null;
    }, RowLocks.Session(sessionId));
}
