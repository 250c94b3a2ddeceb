using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Workflows;

/// <summary>Everything of a session but its hour, for it alone or for later ones too. More places let the first of the line in, once the minute of undo is over.</summary>
public sealed class EditSession
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal EditSession(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>What it does to which sessions and people, before anything is saved.</summary>
    public Task<Answer<ChangeResult, SessionRefusal>> Preview(Actor who, Guid sessionId, SessionForm form, EditScope scope = EditScope.This) =>
        _database.Rehearse(db => Act(db, who, sessionId, form, scope, isPreview: true));

    public async Task<Answer<ChangeResult, SessionRefusal>> Save(Actor who, Guid sessionId, SessionForm form, EditScope scope = EditScope.This) =>
        await _database.Write(db => Act(db, who, sessionId, form, scope, isPreview: false), await ScopedSessions.Locks(_database, sessionId, scope));

    private async Task<Answer<ChangeResult, SessionRefusal>> Act(SessionsDb db, Actor who, Guid sessionId, SessionForm typed, EditScope scope, bool isPreview)
    {
        var form = typed.Read();
        if (form.Check() is { } no) return no;
        var session = await db.Sessions.Include(s => s.Series).FirstOrDefaultAsync(s => s.Id == sessionId);
        if (session is null) return SessionRefusal.NotFound;
        if (!who.May(People.Act.EditSession, session.SeriesId)) return SessionRefusal.NotAllowed;
        var isRenumbered = form.Renumbers(session);
        if (isRenumbered && form.Number is { } number && await db.Sessions.AnyAsync(s => s.SeriesId == session.SeriesId && s.Number == number && s.Id != sessionId))
            return SessionRefusal.NumberTaken;
        var (now, wanted) = (_time.Now(), form.Differs(session));
        var undo = new UndoRows();
        var changed = new List<ChangedSession>();
        var mails = new List<MailAhead>();
        foreach (var one in await ScopedSessions.Of(db, session, scope, now))
        {
            var fields = one == session ? wanted : form.Differs(one) & wanted & (scope == EditScope.LaterUnedited ? ~one.Edited : ~SessionFields.None);
            var takesNumber = one == session && isRenumbered;
            if (fields == SessionFields.None && !takesNumber) continue;
            var (before, place) = (undo.Before(one), one.Place);
            if (takesNumber) session.Number = form.Number;
            form.Apply(one, fields);
            one.Edited = scope == EditScope.LaterUnedited ? one.Edited & ~fields : one.Edited | fields;
            one.ChangedAt = now;
            changed.Add(ChangedSession.Of(one, before, fields));
            if (fields.HasFlag(SessionFields.Places)) mails.AddRange(await MailAhead.LetIn(db, one, now));
            mails.AddRange(await TellPlace(db, one, place, now));
        }
        return await undo.Close(db, who, session.SeriesId, scope == EditScope.This ? session.Id : null, What(changed, scope), changed, mails, isPreview, now);
    }

    private static string What(List<ChangedSession> changed, EditScope scope)
    {
        var fields = changed.Aggregate(SessionFields.None, (all, one) => all | one.Fields);
        var which = scope == EditScope.This ? "the session" : $"{changed.Count} sessions";
        return fields == SessionFields.None ? $"Changed {which}" : $"Changed {which}: {fields}";
    }

    /// <summary>Another address, or online instead of a place, is a change people have to hear of; another link of the room is not: theirs stays.</summary>
    private static async Task<IReadOnlyList<MailAhead>> TellPlace(SessionsDb db, Session session, Venue before, Instant now)
    {
        var isSame = (before.Address, before.IsOnline) == (session.Place.Address, session.Place.IsOnline);
        return isSame || session.IsCancelled || session.When.Start <= now ? [] : await MailAhead.Announce(db, session, session.When, now);
    }
}
