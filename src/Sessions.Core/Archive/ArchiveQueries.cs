using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.Files;
using Sessions.People;

namespace Sessions.Archive;

public sealed class ArchiveQueries
{
    private readonly Database _database;

    // Compiled for the model of one database, and so never static. A player asks it for every part of a recording.
    private readonly Func<SessionsDb, Guid, Task<FileToSend?>> _publicFile = EF.CompileAsyncQuery((SessionsDb db, Guid fileId) => db.Files
        .Where(f => f.Id == fileId
            && db.Sessions.Any(s => s.Id == f.SessionId && s.PublishedAt != null && s.Series!.PublishedAt != null)
            && (db.Recordings.ShownToAll().Any(r => r.FileId == f.Id) || db.Resources.ShownToAll().Any(r => r.FileId == f.Id)))
        .Select(f => new FileToSend(f.Id, f.Name, f.MediaType, f.Sha256, f.CreatedAt, true)).FirstOrDefault());

    internal ArchiveQueries(Database database) => _database = database;

    /// <summary>A file anybody may have: on a published session's page, with its speaker's consent.</summary>
    public async Task<FileToSend?> PublicFile(Guid fileId)
    {
        await using var db = _database.Read();
        return await _publicFile(db, fileId);
    }

    /// <summary>A file that anybody could have until it was taken down.</summary>
    public async Task<bool> IsTakenDown(Guid fileId)
    {
        await using var db = _database.Read();
        return await db.Files.AnyAsync(f => f.Id == fileId && db.Sessions.Any(s => s.Id == f.SessionId && s.PublishedAt != null && s.Series!.PublishedAt != null)
            && (db.Recordings.TakenFromAll().Any(r => r.FileId == f.Id) || db.Resources.TakenDown().Any(r => r.FileId == f.Id)));
    }

    public async Task<bool> MaySee(Actor who, Guid sessionId)
    {
        await using var db = _database.Read();
        return await db.MaySeeArchive(who, sessionId);
    }

    /// <summary>Any file of a session, for its hosts.</summary>
    public async Task<FileToSend?> HeldFile(Actor who, Guid sessionId, Guid fileId)
    {
        await using var db = _database.Read();
        if (!await db.MaySeeArchive(who, sessionId)) return null;
        return await db.Files.Where(f => f.Id == fileId && f.SessionId == sessionId)
            .Select(f => new FileToSend(f.Id, f.Name, f.MediaType, f.Sha256, f.CreatedAt, false)).FirstOrDefaultAsync();
    }

    /// <summary>Everything handed in for a session, public or not; empty without the right to see it.</summary>
    public async Task<IReadOnlyList<ArchiveItem>> Items(Actor who, Guid sessionId)
    {
        await using var db = _database.Read();
        return await db.MaySeeArchive(who, sessionId) ? await Items(db, sessionId, null) : [];
    }

    /// <summary>Null while nothing is written, and without the right to see it.</summary>
    public async Task<WriteUpText?> WriteUp(Actor who, Guid sessionId)
    {
        await using var db = _database.Read();
        if (!await db.MaySeeArchive(who, sessionId)) return null;
        return await db.WriteUps.Where(w => w.SessionId == sessionId)
            .Select(w => new WriteUpText(w.Text, w.Url, w.PublishedOn, w.UpdatedAt)).FirstOrDefaultAsync();
    }

    /// <param name="appearanceId">Only what this speaker handed in; null is everything.</param>
    internal static async Task<IReadOnlyList<ArchiveItem>> Items(SessionsDb db, Guid sessionId, Guid? appearanceId)
    {
        var recordings = await db.Recordings.Where(r => r.SessionId == sessionId && (appearanceId == null || r.AppearanceId == appearanceId))
            .Select(r => new ArchiveItem(r.Id, ArchiveKind.Recording, r.Title ?? (r.File == null ? r.Url! : r.File.Name), r.Url,
                r.File == null ? null : new SavedFile(r.File.Id, r.File.Name, r.File.MediaType, r.File.Length, r.File.Sha256),
                r.Licence, r.Credit, r.AppearanceId, r.IsPublic, r.CreatedAt)
            { Audience = r.Audience, TakenDownAt = r.TakenDownAt, TakenDownBecause = r.TakenDownBecause }).ToListAsync();
        var resources = await db.Resources.Where(r => r.SessionId == sessionId && (appearanceId == null || r.AppearanceId == appearanceId))
            .Select(r => new ArchiveItem(r.Id, ArchiveKind.Resource, r.Title, r.Url,
                r.File == null ? null : new SavedFile(r.File.Id, r.File.Name, r.File.MediaType, r.File.Length, r.File.Sha256),
                r.Licence, r.Credit, r.AppearanceId, r.IsPublic, r.CreatedAt)
            { TakenDownAt = r.TakenDownAt, TakenDownBecause = r.TakenDownBecause }).ToListAsync();
        return [.. recordings.Concat(resources).OrderBy(i => i.CreatedAt).ThenBy(i => i.Id)];
    }
}
