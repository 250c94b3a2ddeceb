using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.People;

namespace Sessions.Archive.Media;

/// <summary>What a host does about duration, poster and audio version: nothing, unless one of them failed.</summary>
public sealed class MediaService
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal MediaService(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>All that failed for this recording is done once more.</summary>
    public Task<ArchiveRefusal?> TryAgain(Actor who, Guid sessionId, Guid recordingId) => _database.Write<ArchiveRefusal?>(async db =>
    {
        if (await db.EditableArchive(who, sessionId) is not { } session) return ArchiveRefusal.NotAllowed;
        if (await db.Recordings.Include(r => r.File).FirstOrDefaultAsync(r => r.Id == recordingId && r.SessionId == sessionId && r.FileId != null) is not { } recording) return ArchiveRefusal.NotFound;
        var now = _time.Now();
        var again = (await db.MediaWork.Where(w => w.RecordingId == recordingId).ToListAsync()).Count(w => w.TryAgain(now));
        if (again == 0) return ArchiveRefusal.NothingFailed;
        db.NoteArchive(who, session, $"Asked for another try at the poster, duration and audio version of \"{TypedText.Cut(recording.Title ?? recording.File!.Name, 100)}\"", now);
        return null;
    }, RowLocks.Session(sessionId));
}
