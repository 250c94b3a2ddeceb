using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Scheduling;

namespace Sessions.Workflows;

/// <summary>Another hour for one session; everybody's calendar follows.</summary>
public sealed class MoveSession
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal MoveSession(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>How many people and which mails, before anything is saved.</summary>
    public Task<Answer<ChangeResult, ChangeRefusal>> Preview(Actor who, Guid sessionId, NewTime to) =>
        _database.Rehearse(db => Act(db, who, sessionId, to));

    public Task<Answer<ChangeResult, ChangeRefusal>> Save(Actor who, Guid sessionId, NewTime to) =>
        _database.Write(db => Act(db, who, sessionId, to), RowLocks.Session(sessionId));

    private async Task<Answer<ChangeResult, ChangeRefusal>> Act(SessionsDb db, Actor who, Guid sessionId, NewTime to)
    {
        var session = await db.Sessions.Include(s => s.Series).FirstOrDefaultAsync(s => s.Id == sessionId);
        if (session is null) return ChangeRefusal.NotFound;
        if (!who.May(People.Act.MoveSession, session.SeriesId)) return ChangeRefusal.NotAllowed;
        if (session.IsCancelled) return ChangeRefusal.AlreadyCancelled;
        if (to.Minutes is < 5 or > SeriesRules.MostMinutes) return ChangeRefusal.DurationOutOfRange;
        if (to.Start.Year > SessionClock.LastYear) return ChangeRefusal.TooFar;
        var now = _time.Now();
        var when = SessionTime.Exact(to.Start, session.When.Zone, to.Minutes);
        if (session.When.OverAt <= now) return ChangeRefusal.Over;
        if (when.Start < now) return ChangeRefusal.InThePast;
        if (when == session.When) return ChangeRefusal.SameTime;
        var tellsPeople = session.PublishedAt is not null && session.When.Start is not null;
        var soonest = session.When.Start is { } before && before < when.Start ? before : when.Start;
        session.Move(when, now, await SessionChangeWriter.IsStillUntold(db, session.Id));
        session.DurationMinutes = to.Minutes;
        db.Add(new AuditEntry
        {
            At = now,
            ActorId = who.PersonId,
            SeriesId = session.SeriesId,
            SessionId = session.Id,
            Text = $"Moved to {to.Start:uuuu-MM-dd HH:mm} {session.When.Zone}",
        });
        return await ChangeResult.Tell(db, session, tellsPeople, soonest, now);
    }
}

/// <param name="Start">Local time in the session's own zone.</param>
public sealed record NewTime(LocalDateTime Start, int Minutes);
