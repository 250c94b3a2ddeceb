using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Workflows;

/// <summary>The session does not take place; its page stays and says so, its calendar entries go.</summary>
public sealed class CancelSession
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal CancelSession(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <inheritdoc cref="MoveSession.Preview" />
    public Task<Answer<ChangeResult, ChangeRefusal>> Preview(Actor who, Guid sessionId) => _database.Rehearse(db => Act(db, who, sessionId, null, isPreview: true));

    /// <param name="because">Told to everybody; may be empty.</param>
    public Task<Answer<ChangeResult, ChangeRefusal>> Save(Actor who, Guid sessionId, string? because) =>
        _database.Write(db => Act(db, who, sessionId, because, isPreview: false), RowLocks.Session(sessionId));

    private async Task<Answer<ChangeResult, ChangeRefusal>> Act(SessionsDb db, Actor who, Guid sessionId, string? because, bool isPreview)
    {
        var session = await db.Sessions.FirstOrDefaultAsync(s => s.Id == sessionId);
        if (session is null) return ChangeRefusal.NotFound;
        if (!who.May(People.Act.MoveSession, session.SeriesId)) return ChangeRefusal.NotAllowed;
        if (session.IsCancelled) return ChangeRefusal.AlreadyCancelled;
        var now = _time.Now();
        if (session.When.OverAt is { } over && over <= now) return ChangeRefusal.Over;
        var undo = new UndoRows();
        var mails = await Cancelled.Now(db, undo, session, who, because, now);
        var changed = ChangedSession.Of(session, undo.Before(session), SessionFields.None);
        return await undo.Close(db, who, session.SeriesId, session.Id, "Cancelled the session", [changed], mails, isPreview, now);
    }
}
