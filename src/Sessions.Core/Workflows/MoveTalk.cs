using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Scheduling;
using Sessions.Speakers;

namespace Sessions.Workflows;

/// <summary>A talk goes to another session with its speaker and files; dates and places stay as they are.</summary>
public sealed class MoveTalk
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal MoveTalk(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>Who gets which mail, before anything is saved.</summary>
    public Task<Answer<ChangeResult, TalkMoveRefusal>> Preview(Actor who, Guid appearanceId, Guid toSessionId, TalkAudience audience) =>
        _database.Rehearse(db => Act(db, who, appearanceId, toSessionId, audience, isPreview: true));

    public async Task<Answer<ChangeResult, TalkMoveRefusal>> Save(Actor who, Guid appearanceId, Guid toSessionId, TalkAudience audience)
    {
        await using var read = _database.Read();
        var from = await read.Appearances.Where(a => a.Id == appearanceId).Select(a => a.SessionId).FirstOrDefaultAsync();
        return await _database.Write(db => Act(db, who, appearanceId, toSessionId, audience, isPreview: false), RowLocks.Session(from, toSessionId));
    }

    private async Task<Answer<ChangeResult, TalkMoveRefusal>> Act(SessionsDb db, Actor who, Guid appearanceId, Guid toSessionId, TalkAudience audience, bool isPreview)
    {
        if (!Enum.IsDefined(audience)) return TalkMoveRefusal.AudienceUnknown;
        var appearance = await db.Appearances.Include(a => a.Person).FirstOrDefaultAsync(a => a.Id == appearanceId);
        var to = await db.Sessions.Include(s => s.Series).FirstOrDefaultAsync(s => s.Id == toSessionId);
        if (appearance is null || to is null) return TalkMoveRefusal.NotFound;
        if (appearance.SessionId == to.Id) return TalkMoveRefusal.SameSession;
        var from = await db.Sessions.Include(s => s.Series).SingleAsync(s => s.Id == appearance.SessionId);
        if (!who.May(People.Act.AskSpeaker, from.SeriesId) || !who.May(People.Act.AskSpeaker, to.SeriesId)) return TalkMoveRefusal.NotAllowed;
        var now = _time.Now();
        if (new[] { from, to }.Any(s => s.IsCancelled || s.When.OverAt <= now)) return TalkMoveRefusal.NotAhead;
        if (await db.Appearances.AnyAsync(a => a.SessionId == to.Id && a.PersonId == appearance.PersonId)) return TalkMoveRefusal.AlreadyOnProgramme;

        var undo = new UndoRows();
        var (was, will) = (undo.Before(from), undo.Before(to));
        var move = new TalkMove { AppearanceId = appearance.Id, FromSessionId = from.Id, ToSessionId = to.Id, ById = who.PersonId, At = now, Asks = audience == TalkAudience.Asked };
        undo.Moves(move, appearance.Position, await Lines(db, from), await Lines(db, to));
        await MovedTalkWriter.To(db, appearance, from, to, now);
        db.Add(move);
        List<MailAhead> mails = [.. await TalkMoveWriter.TellSpeaker(db, appearance, move, to, now), .. await TellPeople(db, appearance, move, from, audience, now)];
        var what = $"Moved the talk of {appearance.Person!.DisplayName} to {to.When.Date:uuuu-MM-dd} ({to.Series!.Name})";
        return await undo.Close(db, who, from.SeriesId, from.Id, what, [ChangedSession.Of(from, was, SessionFields.None), ChangedSession.Of(to, will, SessionFields.None)], mails, isPreview, now);
    }

    private static async Task<IEnumerable<MailAhead>> TellPeople(SessionsDb db, Appearance appearance, TalkMove move, Session from, TalkAudience audience, Instant now)
    {
        if (audience == TalkAudience.Nobody || from.PublishedAt is null) return [];
        var people = await TalkMoveRows.People(db, from.Id, appearance.PersonId);
        if (people.Count > 0) db.Add(new Notice { Kind = TalkMoveRows.NoticeKind, SubjectId = move.Id, DueAt = now + SessionChangeWriter.Coalesce, CreatedAt = now });
        return people.Select(p => new MailAhead(RegistrationMail.TalkMoved, p.Address, from.Id, IsSpeaker: false));
    }

    private static async Task<List<RunningOrderLine>> Lines(SessionsDb db, Session session) =>
        (await RunningOrderRows.Of(db, session.SeriesId, session.Id)).ConvertAll(RunningOrderRows.Line);
}
