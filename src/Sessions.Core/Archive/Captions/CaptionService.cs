using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.People;

namespace Sessions.Archive.Captions;

/// <param name="Cues">How many are kept now; none where something is at fault.</param>
/// <param name="Faults">Why nothing was taken.</param>
public sealed record CaptionsTaken(int Cues, IReadOnlyList<CaptionFault> Faults)
{
    /// <summary>As they are kept now; null where something is at fault.</summary>
    public CaptionText? Kept { get; init; }
}

/// <summary>What whoever saves has read: nothing that they did not see is replaced.</summary>
/// <param name="Version">See <see cref="CaptionText.Version"/>; null where there were no captions.</param>
public sealed record SeenCaptions(string? Version);

/// <summary>Captions that hosts give to the recordings of a session.</summary>
public sealed class CaptionService
{
    /// <summary>Of one recording.</summary>
    public const int MostLanguages = 20;

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal CaptionService(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>Takes the place of what was there in that language.</summary>
    /// <param name="file">Whatever <see cref="CaptionReader"/> reads; taken whole or not at all.</param>
    /// <param name="seen">Null replaces whatever is there.</param>
    public async Task<Answer<CaptionsTaken, ArchiveRefusal>> Save(Actor who, Guid sessionId, Guid recordingId, string? language, ReadOnlyMemory<byte> file, SeenCaptions? seen = null)
    {
        if (CaptionLanguage.Read(language) is not { } tag) return ArchiveRefusal.LanguageUnknown;
        var read = CaptionReader.Read(file.Span);
        return await _database.Write<Answer<CaptionsTaken, ArchiveRefusal>>(async db =>
        {
            if (await db.EditableArchive(who, sessionId) is not { } session) return ArchiveRefusal.NotAllowed;
            if (!await db.Recordings.AnyAsync(r => r.Id == recordingId && r.SessionId == sessionId)) return ArchiveRefusal.NotFound;
            if (read.Faults.Count > 0) return new CaptionsTaken(0, read.Faults);
            var (written, now) = (WebVtt.Write(read.Cues), _time.Now());
            var track = await db.CaptionTracks.FirstOrDefaultAsync(t => t.RecordingId == recordingId && t.Language == tag);
            if (seen is not null && seen.Version != (track is null ? null : CaptionText.VersionOf(track.Text))) return ArchiveRefusal.Stale;
            if (track is not null) (track.Text, track.Cues, track.UpdatedAt) = (written, read.Cues.Count, now);
            else if (await db.CaptionTracks.CountAsync(t => t.RecordingId == recordingId) >= MostLanguages) return ArchiveRefusal.TooMany;
            else db.Add(new CaptionTrack { RecordingId = recordingId, Language = tag, Text = written, Cues = read.Cues.Count, UpdatedAt = now });
            db.NoteArchive(who, session, $"Saved the captions ({tag}, {read.Cues.Count})", now);
            return new CaptionsTaken(read.Cues.Count, []) { Kept = new(written, now) };
        }, RowLocks.Session(sessionId));
    }

    public Task<ArchiveRefusal?> Remove(Actor who, Guid sessionId, Guid recordingId, string? language) => _database.Write<ArchiveRefusal?>(async db =>
    {
        if (await db.EditableArchive(who, sessionId) is not { } session) return ArchiveRefusal.NotAllowed;
        if (CaptionLanguage.Read(language) is not { } tag) return ArchiveRefusal.LanguageUnknown;
        if (await db.CaptionTracks.FirstOrDefaultAsync(t => t.RecordingId == recordingId && t.Language == tag && t.Recording!.SessionId == sessionId) is not { } track) return ArchiveRefusal.NotFound;
        db.Remove(track);
        db.NoteArchive(who, session, $"Removed the captions ({tag})", _time.Now());
        return null;
    });
}
