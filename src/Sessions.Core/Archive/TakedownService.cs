using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Archive;

/// <summary>Who may see what lies in an archive: hides it in one step, and says whom a recording is for.</summary>
public sealed class TakedownService
{
    /// <summary>Characters of what a host notes beside the reason; for the hosts alone.</summary>
    public const int LongestNote = 300;

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal TakedownService(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>Gone at once from every page, feed, search and address; the file is kept for the hosts.</summary>
    /// <param name="note">For the history alone.</param>
    public async Task<ArchiveRefusal?> TakeDown(Actor who, Guid sessionId, Guid itemId, TakedownReason reason, string? note)
    {
        if (!Enum.IsDefined(reason) || reason == TakedownReason.BySpeaker) return ArchiveRefusal.ChoiceUnknown;
        var noted = TypedText.Line(note);
        if (noted?.Length > LongestNote) return ArchiveRefusal.TooLong;
        return await On(who, sessionId, itemId, (db, session, item, now) =>
        {
            if (item.TakenDownAt is not null) return ArchiveRefusal.SameAsBefore;
            TakedownRows.TakeDown(db, who, session, item, reason, noted, now);
            return null;
        });
    }

    public Task<ArchiveRefusal?> PutBack(Actor who, Guid sessionId, Guid itemId) => On(who, sessionId, itemId, (db, session, item, now) =>
    {
        if (item.TakenDownAt is null) return ArchiveRefusal.SameAsBefore;
        if (item.TakenDownBecause == TakedownReason.BySpeaker) return ArchiveRefusal.NeedsConsent;
        (item.TakenDownAt, item.TakenDownBecause) = (null, null);
        db.NoteArchive(who, session, $"Put back \"{TakedownRows.Title(item)}\"", now);
        return null;
    });

    public async Task<ArchiveRefusal?> SetAudience(Actor who, Guid sessionId, Guid recordingId, RecordingAudience audience) => !Enum.IsDefined(audience)
        ? ArchiveRefusal.ChoiceUnknown
        : await On(who, sessionId, recordingId, (db, session, item, now) =>
        {
            if (item is not Recording recording) return ArchiveRefusal.NotFound;
            if (recording.Audience == audience) return null;
            recording.Audience = audience;
            db.NoteArchive(who, session, $"Showed \"{TakedownRows.Title(item)}\" to {(audience switch { RecordingAudience.Everybody => "everybody", RecordingAudience.WithLink => "whoever has its link", _ => "people who are signed up" })}", now);
            return null;
        });

    /// <summary>Closes every link to this recording that was passed on; there is a new one at once.</summary>
    public Task<ArchiveRefusal?> RenewLink(Actor who, Guid sessionId, Guid recordingId) => On(who, sessionId, recordingId, (db, session, item, now) =>
    {
        if (item is not Recording recording) return ArchiveRefusal.NotFound;
        recording.LinkGeneration++;
        db.NoteArchive(who, session, $"Closed the link to \"{TakedownRows.Title(item)}\"", now);
        return null;
    });

    private Task<ArchiveRefusal?> On(Actor who, Guid sessionId, Guid itemId, Func<SessionsDb, Session, ITakenDown, Instant, ArchiveRefusal?> act) => _database.Write<ArchiveRefusal?>(async db =>
    {
        if (await db.EditableArchive(who, sessionId) is not { } session) return ArchiveRefusal.NotAllowed;
        var item = await TakedownRows.Find(db, sessionId, itemId);
        return item is null ? ArchiveRefusal.NotFound : act(db, session, item, _time.Now());
    }, RowLocks.Session(sessionId));
}
