using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Files;
using Sessions.People;

namespace Sessions.Archive.Captions;

/// <param name="Language">See <see cref="CaptionLanguage"/>.</param>
/// <param name="Cues">How many.</param>
public sealed record HeldCaptions(Guid RecordingId, string Language, int Cues, Instant UpdatedAt);

/// <summary>What the editor of captions is about.</summary>
/// <param name="SessionTitle">Null while it has none.</param>
/// <param name="File">Null for one that stands elsewhere.</param>
/// <param name="Language">In its usual spelling.</param>
public sealed record CaptionDesk(string? SessionTitle, string? RecordingTitle, SavedFile? File, string? Url, string Language);

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

    /// <summary>Null where there is no such recording or language, and without the right to write its captions.</summary>
    public async Task<CaptionDesk?> Desk(Actor who, Guid sessionId, Guid recordingId, string? language)
    {
        if (CaptionLanguage.Read(language) is not { } tag) return null;
        await using var db = _database.Read();
        if (await db.EditableArchive(who, sessionId) is not { } session) return null;
        return await db.Recordings.Where(r => r.Id == recordingId && r.SessionId == sessionId)
            .Select(r => new CaptionDesk(session.Title, r.Title, r.File == null ? null : new SavedFile(r.File.Id, r.File.Name, r.File.MediaType, r.File.Length, r.File.Sha256), r.Url, tag))
            .FirstOrDefaultAsync();
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
