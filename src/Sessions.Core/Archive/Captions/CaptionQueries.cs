using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;

namespace Sessions.Archive.Captions;

/// <param name="Language">See <see cref="CaptionLanguage"/>.</param>
/// <param name="Cues">How many.</param>
public sealed record HeldCaptions(Guid RecordingId, string Language, int Cues, Instant UpdatedAt);

/// <param name="Text">WebVTT.</param>
public sealed record CaptionText(string Text, Instant UpdatedAt);

public sealed class CaptionQueries
{
    private readonly Database _database;

    internal CaptionQueries(Database database) => _database = database;

    /// <summary>Of every recording of a session; empty without the right to see them.</summary>
    public async Task<IReadOnlyList<HeldCaptions>> Of(Actor who, Guid sessionId)
    {
        await using var db = _database.Read();
        if (!await db.MaySeeArchive(who, sessionId)) return [];
        return await db.CaptionTracks.Where(t => t.Recording!.SessionId == sessionId).OrderBy(t => t.Language)
            .Select(t => new HeldCaptions(t.RecordingId, t.Language, t.Cues, t.UpdatedAt)).ToListAsync();
    }

    /// <summary>For the hosts of the session; null where there are none.</summary>
    public async Task<CaptionText?> Held(Actor who, Guid sessionId, Guid recordingId, string language)
    {
        await using var db = _database.Read();
        if (!await db.MaySeeArchive(who, sessionId)) return null;
        return await db.CaptionTracks.Where(t => t.RecordingId == recordingId && t.Language == language && t.Recording!.SessionId == sessionId)
            .Select(t => new CaptionText(t.Text, t.UpdatedAt)).FirstOrDefaultAsync();
    }

    /// <summary>For anybody who may have the recording.</summary>
    public async Task<CaptionText?> Public(Guid recordingId, string language)
    {
        await using var db = _database.Read();
        return await Of(db, db.Recordings.ShownToAll(), recordingId, language);
    }

    /// <summary>As they are kept, for anybody who may have the recording.</summary>
    public async Task<string?> Chapters(Guid recordingId)
    {
        await using var db = _database.Read();
        return await db.Recordings.ShownToAll().Where(r => r.Id == recordingId && db.Sessions.Any(s => s.Id == r.SessionId && s.PublishedAt != null && s.Series!.PublishedAt != null))
            .Select(r => r.Chapters).FirstOrDefaultAsync();
    }

    /// <summary>Anybody could have them until the recording was taken down.</summary>
    public async Task<bool> IsTakenDown(Guid recordingId)
    {
        await using var db = _database.Read();
        return await db.Recordings.TakenFromAll().AnyAsync(r => r.Id == recordingId && db.Sessions.Any(s => s.Id == r.SessionId && s.PublishedAt != null && s.Series!.PublishedAt != null));
    }

    /// <param name="shown">The recordings whose captions may be had.</param>
    internal static Task<CaptionText?> Of(SessionsDb db, IQueryable<Recording> shown, Guid recordingId, string language) => db.CaptionTracks
        .Where(t => t.RecordingId == recordingId && t.Language == language && shown.Any(r => r.Id == t.RecordingId && db.Sessions.Any(s => s.Id == r.SessionId && s.PublishedAt != null && s.Series!.PublishedAt != null)))
        .Select(t => new CaptionText(t.Text, t.UpdatedAt)).FirstOrDefaultAsync();
}
