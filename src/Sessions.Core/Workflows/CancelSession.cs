using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.People;

namespace Sessions.Workflows;

/// <summary>The session does not take place; its page stays and says so, its calendar entries go.</summary>
public sealed class CancelSession
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal CancelSession(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <inheritdoc cref="MoveSession.Preview" />
    public Task<Answer<ChangeResult, ChangeRefusal>> Preview(Actor who, Guid sessionId) => _database.Rehearse(db => Act(db, who, sessionId, null));

    /// <param name="because">Told to everybody; may be empty.</param>
    public Task<Answer<ChangeResult, ChangeRefusal>> Save(Actor who, Guid sessionId, string? because) =>
        _database.Write(db => Act(db, who, sessionId, because), RowLocks.Session(sessionId));

    private async Task<Answer<ChangeResult, ChangeRefusal>> Act(SessionsDb db, Actor who, Guid sessionId, string? because)
    {
        var session = await db.Sessions.FirstOrDefaultAsync(s => s.Id == sessionId);
        if (session is null) return ChangeRefusal.NotFound;
        if (!who.May(People.Act.MoveSession, session.SeriesId)) return ChangeRefusal.NotAllowed;
        if (session.IsCancelled) return ChangeRefusal.AlreadyCancelled;
        var now = _time.Now();
        if (session.When.OverAt is { } over && over <= now) return ChangeRefusal.Over;
        var reason = TypedText.Lines(because) is { } said ? TypedText.Cut(said, 1000) : null;
        session.Cancel(who.PersonId, reason, now);
        db.Add(new AuditEntry { At = now, ActorId = who.PersonId, SeriesId = session.SeriesId, SessionId = session.Id, Text = "Cancelled the session" });
        return await ChangeResult.Tell(db, session, session.PublishedAt is not null, session.When.Start, now);
    }
}
