using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.People;

namespace Sessions.Registrations;

/// <summary>A host holds back a message that is on its way, lets it go on, or stops what has not left.</summary>
public sealed class GroupMessageService
{
    private const int Chunk = 200;

    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly IStringLocalizer<GroupMessageService> _words;

    internal GroupMessageService(Database database, TimeProvider time, IStringLocalizer<GroupMessageService> words) => (_database, _time, _words) = (database, time, words);

    /// <summary>What a mail server has in hand still arrives; nothing more leaves, and nothing more is owed.</summary>
    public Task<GroupMessageRefusal?> Pause(Actor who, Guid seriesId, Guid id) => Act(who, seriesId, id, async (db, message, notice, now) =>
    {
        if (await IsHeld(db, id)) return GroupMessageRefusal.AlreadyHeld;
        if (await HasNothingLeft(db, message, now)) return GroupMessageRefusal.NothingLeft;
        db.Add(new MailHold { SubjectId = id, ById = who.PersonId, At = now });
        notice.DoneAt ??= now;
        Note(db, who, message, now, _words["Held back the message “{0}”", message.Subject]);
        return null;
    });

    public Task<GroupMessageRefusal?> Resume(Actor who, Guid seriesId, Guid id) => Act(who, seriesId, id, async (db, message, notice, now) =>
    {
        if (await db.MailHolds.FirstOrDefaultAsync(h => h.SubjectId == id) is not { } hold) return GroupMessageRefusal.NotHeld;
        db.Remove(hold);
        if (message.SpreadAt is null) (notice.DoneAt, notice.DueAt) = (null, now);
        Note(db, who, message, now, _words["Let the message “{0}” go on", message.Subject]);
        return null;
    });

    /// <summary>For good: what has not left never does.</summary>
    /// <returns>How many had gone.</returns>
    public async Task<Answer<int, GroupMessageRefusal>> Stop(Actor who, Guid seriesId, Guid id)
    {
        var gone = 0;
        var no = await Act(who, seriesId, id, async (db, message, notice, now) =>
        {
            if (await HasNothingLeft(db, message, now)) return GroupMessageRefusal.NothingLeft;
            gone = await db.Outbox.CountAsync(m => m.Kind == GroupMessage.MailKind && m.SubjectId == id && m.State == OutboxState.Sent);
            message.Stop(who.PersonId, now);
            notice.DoneAt ??= now;
            if (await db.MailHolds.FirstOrDefaultAsync(h => h.SubjectId == id) is { } hold) db.Remove(hold);
            Note(db, who, message, now, _words["Stopped the message “{0}” after {1} of {2} had gone", message.Subject, gone, message.Recipients]);
            return null;
        });
        if (no is { } why) return why;
        // From here on the gate lets none through; the rows say so at once, some at a time, so that the writer is never held for long.
        while (await Drop(id) == Chunk)
        {
        }

        return gone;
    }

    private Task<int> Drop(Guid id) => _database.Write(async db =>
    {
        var rows = await GroupMessageRows.Unsent(db, id).OrderBy(m => m.Id).Take(Chunk).ToListAsync();
        foreach (var row in rows) row.Drop(_words["A host stopped the message before this mail left."]);
        return rows.Count;
    });

    private Task<GroupMessageRefusal?> Act(Actor who, Guid seriesId, Guid id, Func<SessionsDb, GroupMessage, Notice, Instant, Task<GroupMessageRefusal?>> act) =>
        _database.Write(async db =>
        {
            if (await db.GroupMessages.FirstOrDefaultAsync(m => m.Id == id && m.SeriesId == seriesId && !m.IsTest) is not { } message) return GroupMessageRefusal.NotFound;
            if (!who.May(People.Act.SendMessage, message.SeriesId)) return GroupMessageRefusal.NotAllowed;
            return await act(db, message, await db.Notices.FirstAsync(n => n.Id == id), _time.Now());
        }, RowLocks.Notice(id));

    private static Task<bool> IsHeld(SessionsDb db, Guid id) => db.MailHolds.AnyAsync(h => h.SubjectId == id);

    private static async Task<bool> HasNothingLeft(SessionsDb db, GroupMessage message, Instant now) =>
        message.StoppedAt is not null || message.ExpiresAt <= now || (message.SpreadAt is not null && !await GroupMessageRows.Unsent(db, message.Id).AnyAsync());

    private static void Note(SessionsDb db, Actor who, GroupMessage message, Instant now, string text) =>
        db.Add(new AuditEntry { At = now, ActorId = who.PersonId, SeriesId = message.SeriesId, SessionId = message.SessionId, Text = TypedText.Cut(text, 500) });
}
