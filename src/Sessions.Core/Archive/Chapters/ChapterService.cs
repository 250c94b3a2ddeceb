using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.People;

namespace Sessions.Archive.Chapters;

/// <summary>Chapters that hosts give to the recordings of a session.</summary>
public sealed class ChapterService
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal ChapterService(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>Takes the place of what was there; nothing typed takes it away.</summary>
    /// <param name="text">What <see cref="ChapterReader"/> reads; taken whole or not at all.</param>
    public Task<Answer<ReadChapters, ArchiveRefusal>> Save(Actor who, Guid sessionId, Guid recordingId, string? text)
    {
        var read = ChapterReader.Read(text);
        return _database.Write<Answer<ReadChapters, ArchiveRefusal>>(async db =>
        {
            if (await db.EditableArchive(who, sessionId) is not { } session) return ArchiveRefusal.NotAllowed;
            if (await db.Recordings.FirstOrDefaultAsync(r => r.Id == recordingId && r.SessionId == sessionId) is not { } recording) return ArchiveRefusal.NotFound;
            var written = read.Chapters.Count == 0 ? null : ChapterReader.Write(read.Chapters);
            if (read.Faults.Count > 0 || recording.Chapters == written) return read;
            recording.Chapters = written;
            db.NoteArchive(who, session, $"Saved {read.Chapters.Count} chapters", _time.Now());
            return read;
        });
    }
}
