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
        var days = session.When.Date is { } day ? Period.DaysBetween(day, to.Start.Date) : 0;
        var (undo, changed, mails) = (new UndoRows(), new List<ChangedSession>(), new List<MailAhead>());
        foreach (var one in await ScopedSessions.Of(db, session, scope, now))
        {
            if (one != session && (one.When.Date is null || (scope == EditScope.LaterUnedited && one.Edited.HasFlag(SessionFields.Time)))) continue;
            var first = one == session ? to.Start.Date : one.When.Date!.Value.PlusDays(days);
            if (first.Year > SessionClock.LastYear) return ChangeRefusal.TooFar;
            var (when, minutes) = (to.On(first, one.When.Zone), to.IsDays ? one.DurationMinutes : to.Minutes);
            if (when.Start < now || when.OverAt <= now) return ChangeRefusal.InThePast;
            if (when == one.When) continue;
            if (to.IsDays && await IsTold(db, one)) return ChangeRefusal.HourIsTold;
            mails.AddRange(await Moved.To(db, undo, one, when, minutes, now));
            changed.Add(ChangedSession.Of(one, undo.Before(one), Moved.Fields(undo.Before(one), when, minutes)));
        }
        if (changed.Count == 0) return ChangeRefusal.SameTime;
        var (only, where) = scope == EditScope.This ? (session.Id, $"Moved to {to} {session.When.Zone}") : ((Guid?)null, $"Moved {changed.Count} sessions to {to.Clock}, by {days} days");
        return await undo.Close(db, who, session.SeriesId, only, where, changed, mails, isPreview, now);
    }

    /// <summary>An entry with an hour can't be made one of whole days in somebody's calendar.</summary>
    private static async Task<bool> IsTold(SessionsDb db, Session session) =>
        session is { PublishedAt: not null, When.Start: not null } && (await SessionChangeRows.Recipients(db, session.Id)).Count > 0;
}
