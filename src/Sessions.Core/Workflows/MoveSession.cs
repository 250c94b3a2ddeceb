using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Workflows;

/// <summary>Another hour for one session, or the same shift for later ones too; everybody's calendar follows.</summary>
public sealed class MoveSession
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal MoveSession(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>How many people and which mails, before anything is saved.</summary>
    public Task<Answer<ChangeResult, ChangeRefusal>> Preview(Actor who, Guid sessionId, NewTime to, EditScope scope = EditScope.This) =>
        _database.Rehearse(db => Act(db, who, sessionId, to, scope, isPreview: true));

    public async Task<Answer<ChangeResult, ChangeRefusal>> Save(Actor who, Guid sessionId, NewTime to, EditScope scope = EditScope.This) =>
        await _database.Write(db => Act(db, who, sessionId, to, scope, isPreview: false), await ScopedSessions.Locks(_database, sessionId, scope));

    private async Task<Answer<ChangeResult, ChangeRefusal>> Act(SessionsDb db, Actor who, Guid sessionId, NewTime to, EditScope scope, bool isPreview)
    {
        var session = await db.Sessions.Include(s => s.Series).FirstOrDefaultAsync(s => s.Id == sessionId);
        if (session is null) return ChangeRefusal.NotFound;
        if (!who.May(People.Act.MoveSession, session.SeriesId)) return ChangeRefusal.NotAllowed;
        if (session.IsCancelled) return ChangeRefusal.AlreadyCancelled;
        if (to.Minutes is < 5 or > SeriesRules.MostMinutes) return ChangeRefusal.DurationOutOfRange;
        var now = _time.Now();
        if (session.When.OverAt <= now) return ChangeRefusal.Over;
        if (to.Start.Year > SessionClock.LastYear) return ChangeRefusal.TooFar;
        var shift = new Shift(session, to, scope);
        var (undo, changed, mails) = (new UndoRows(), new List<ChangedSession>(), new List<MailAhead>());
        foreach (var one in await ScopedSessions.Of(db, session, scope, now))
        {
            if (shift.Of(one) is not { } target) continue;
            if (target.Start.Year > SessionClock.LastYear) return ChangeRefusal.TooFar;
            var when = SessionTime.Exact(target.Start, one.When.Zone, target.Minutes);
            if (when.Start < now) return ChangeRefusal.InThePast;
            if (when == one.When) continue;
            mails.AddRange(await Moved.To(db, undo, one, when, target.Minutes, now));
            changed.Add(ChangedSession.Of(one, undo.Before(one), Moved.Fields(undo.Before(one), when, target.Minutes)));
        }
        if (changed.Count == 0) return ChangeRefusal.SameTime;
        var (only, where) = scope == EditScope.This ? (session.Id, $"Moved to {to.Start:uuuu-MM-dd HH:mm} {session.When.Zone}") : ((Guid?)null, $"Moved {changed.Count} sessions as {to.Start:uuuu-MM-dd HH:mm}");
        return await undo.Close(db, who, session.SeriesId, only, where, changed, mails, isPreview, now);
    }

    /// <summary>What the move of one session means for the others: as many days, the same hour and length, each only where it was changed here.</summary>
    private sealed class Shift(Session session, NewTime to, EditScope scope)
    {
        private readonly LocalDateTime? _before = Local(session);
        private readonly int _minutes = session.DurationMinutes;

        /// <summary>Null for one that has no hour to move.</summary>
        public NewTime? Of(Session one)
        {
            if (one == session) return to;
            if (Local(one) is not { } start || _before is not { } before) return null;
            var movesHour = to.Start != before && !Keeps(one, SessionFields.Time);
            var movesLength = to.Minutes != _minutes && !Keeps(one, SessionFields.Duration);
            return new(movesHour ? start.Date.PlusDays(Period.DaysBetween(before.Date, to.Start.Date)) + to.Start.TimeOfDay : start, movesLength ? to.Minutes : one.DurationMinutes);
        }

        private bool Keeps(Session one, SessionFields field) => scope == EditScope.LaterUnedited && one.Edited.HasFlag(field);

        private static LocalDateTime? Local(Session s) => s.When is { Date: { } date, LocalStart: { } time } ? date + time : null;
    }
}

/// <param name="Start">Local time in the session's own zone.</param>
public sealed record NewTime(LocalDateTime Start, int Minutes);
