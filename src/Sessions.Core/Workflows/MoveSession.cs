using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Scheduling;

namespace Sessions.Workflows;

/// <summary>Another hour or other whole days for one session, or the same shift for later ones too; everybody's calendar follows.</summary>
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
        if (to.Check() is { } no) return no;
        var now = _time.Now();
        if (session.When.OverAt <= now) return ChangeRefusal.Over;
        var shift = new Shift(session, to, scope);
        var (undo, changed, mails) = (new UndoRows(), new List<ChangedSession>(), new List<MailAhead>());
        foreach (var one in await ScopedSessions.Of(db, session, scope, now))
        {
            if (shift.Of(one) is not { } target) continue;
            if (target.Start.Year > SessionClock.LastYear) return ChangeRefusal.TooFar;
            var (when, minutes) = (target.On(one.When.Zone), target.IsDays ? one.DurationMinutes : target.Minutes);
            if (when.Start < now || when.OverAt <= now) return ChangeRefusal.InThePast;
            if (when == one.When) continue;
            if (target.IsDays && await IsTold(db, one)) return ChangeRefusal.HourIsTold;
            mails.AddRange(await Moved.To(db, undo, one, when, minutes, now));
            changed.Add(ChangedSession.Of(one, undo.Before(one), Moved.Fields(undo.Before(one), when, minutes)));
        }
        if (changed.Count == 0) return ChangeRefusal.SameTime;
        var (only, where) = scope == EditScope.This ? (session.Id, $"Moved to {to} {session.When.Zone}") : ((Guid?)null, $"Moved {changed.Count} sessions as {to}");
        return await undo.Close(db, who, session.SeriesId, only, where, changed, mails, isPreview, now);
    }

    /// <summary>An entry with an hour can't be made one of whole days in somebody's calendar.</summary>
    private static async Task<bool> IsTold(SessionsDb db, Session session) =>
        session is { PublishedAt: not null, When.Start: not null } && (await SessionChangeRows.Recipients(db, session.Id)).Count > 0;

    /// <summary>What the move of one session means for the others of its kind: as many days, the same hour and length, each only where it was changed here.</summary>
    private sealed class Shift(Session session, NewTime to, EditScope scope)
    {
        private readonly SessionTime _before = session.When;
        private readonly int _minutes = session.DurationMinutes;

        /// <summary>Null for one that the move does not concern.</summary>
        public NewTime? Of(Session one)
        {
            if (one == session) return to;
            if (one.When.Date is not { } date || _before.Date is not { } from || one.When.Precision != _before.Precision) return null;
            var first = date.PlusDays(Period.DaysBetween(from, to.Start.Date));
            if (to.IsDays || one.When.LocalStart is not { } hour) return Keeps(one, SessionFields.Time) ? null : to.From(first);
            var movesHour = to.Start != from + _before.LocalStart!.Value && !Keeps(one, SessionFields.Time);
            var movesLength = to.Minutes != _minutes && !Keeps(one, SessionFields.Duration);
            return new(movesHour ? first + to.Start.TimeOfDay : date + hour, movesLength ? to.Minutes : one.DurationMinutes);
        }

        private bool Keeps(Session one, SessionFields field) => scope == EditScope.LaterUnedited && one.Edited.HasFlag(field);
    }
}
