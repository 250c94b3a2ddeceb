using Microsoft.EntityFrameworkCore;
using Sessions.Archive.Counts;
using Sessions.Archive.Links;
using Sessions.Data;
using Sessions.Files;
using Sessions.People;

namespace Sessions.Archive;

public sealed class ArchiveQueries
{
    private readonly Database _database;

    // A player asks it for every part of a recording.
    private static readonly Func<SessionsDb, Guid, Task<FileToSend?>> PublicFileRow = Compiled.One((SessionsDb db, Guid fileId) => db.Files
        .Where(f => f.Id == fileId
            && db.Sessions.Any(s => s.Id == f.SessionId && s.PublishedAt != null && s.Series!.PublishedAt != null)
            && (db.Recordings.ShownToAll().Any(r => r.FileId == f.Id || r.PosterId == f.Id || r.AudioId == f.Id) || db.Resources.ShownToAll().Any(r => r.FileId == f.Id && r.Access == ResourceAccess.Open)
                || db.ResourceVersions.Any(v => v.FileId == f.Id && v.Access == ResourceAccess.Open && db.Resources.ShownToAll().Any(r => r.Id == v.ResourceId && r.Access == ResourceAccess.Open))))
        .Select(f => new FileToSend(f.Id, f.Name, f.MediaType, f.Sha256, f.CreatedAt, true) { IsPoster = db.Recordings.ShownToAll().Any(r => r.PosterId == f.Id) }).FirstOrDefault());

    internal ArchiveQueries(Database database) => _database = database;

    /// <summary>A file anybody may have: on a published session's page, with its speaker's consent.</summary>
    public async Task<FileToSend?> PublicFile(Guid fileId)
    {
        await using var db = _database.Read();
        return await PublicFileRow(db, fileId);
    }

    /// <summary>A file that anybody could have until it was taken down.</summary>
    public async Task<bool> IsTakenDown(Guid fileId)
    {
        await using var db = _database.Read();
        return await db.Files.AnyAsync(f => f.Id == fileId && db.Sessions.Any(s => s.Id == f.SessionId && s.PublishedAt != null && s.Series!.PublishedAt != null)
            && (db.Recordings.TakenFromAll().Any(r => r.FileId == f.Id || r.PosterId == f.Id || r.AudioId == f.Id) || db.Resources.TakenDown().Any(r => r.FileId == f.Id)
                || db.ResourceVersions.Any(v => v.FileId == f.Id && db.Resources.TakenDown().Any(r => r.Id == v.ResourceId))));
    }

    /// <summary>A resource that anybody could see until it was taken down.</summary>
    public async Task<bool> IsResourceTakenDown(Guid resourceId)
    {
        await using var db = _database.Read();
        return await db.Resources.TakenDown().AnyAsync(r => r.Id == resourceId && db.Sessions.Any(s => s.Id == r.SessionId && s.PublishedAt != null && s.Series!.PublishedAt != null));
    }

    /// <summary>Where the newest version of a public resource is, or the version of that number; null for what nobody may have from here.</summary>
    public async Task<VersionToSend?> PublicVersion(Guid resourceId, int? number)
    {
        await using var db = _database.Read();
        if (await db.Resources.ShownToAll().Where(r => r.Id == resourceId && r.Access != ResourceAccess.Closed
                && db.Sessions.Any(s => s.Id == r.SessionId && s.PublishedAt != null && s.Series!.PublishedAt != null))
            .Select(r => new { r.Access, r.Url, File = r.File == null ? null : new NamedFile(r.File.Id, r.File.Name), Older = db.ResourceVersions.Count(v => v.ResourceId == r.Id) })
            .FirstOrDefaultAsync() is not { } resource) return null;
        var found = number is null || number == resource.Older + 1
            ? new VersionToSend(resource.Url, resource.File)
            : await db.ResourceVersions.Where(v => v.ResourceId == resourceId && v.Number == number && v.Access != ResourceAccess.Closed && (v.FileId == null || v.Access == ResourceAccess.Open))
                .Select(v => new VersionToSend(v.Url, v.File == null ? null : new NamedFile(v.File.Id, v.File.Name))).FirstOrDefaultAsync();
        return found is null || found.File is not null && resource.Access != ResourceAccess.Open ? null : found;
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
        if (!await db.MaySeeArchive(who, sessionId)) return [];
        var uses = (await db.FileUsesOf(sessionId)).ToDictionary(u => u.FileId);
        return [.. (await Items(db, sessionId, null)).Select(i => i.File is { } file && uses.TryGetValue(file.Id, out var used) ? i with { Plays = used.Plays, Downloads = used.Downloads } : i)];
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
            { Audience = r.Audience, Chapters = r.Chapters, TakenDownAt = r.TakenDownAt, TakenDownBecause = r.TakenDownBecause }).ToListAsync();
        var resources = await db.Resources.Where(r => r.SessionId == sessionId && (appearanceId == null || r.AppearanceId == appearanceId))
            .Select(r => new ArchiveItem(r.Id, ArchiveKind.Resource, r.Title, r.Url,
                r.File == null ? null : new SavedFile(r.File.Id, r.File.Name, r.File.MediaType, r.File.Length, r.File.Sha256),
                r.Licence, r.Credit, r.AppearanceId, r.IsPublic, r.CreatedAt)
            {
                TakenDownAt = r.TakenDownAt,
                TakenDownBecause = r.TakenDownBecause,
                Detail = new ResourceDetail(r.Kind, r.Author, r.Organisation, r.Source, r.Access, r.Contact, r.Language, r.ReviewBy, r.ReplacedAt ?? r.CreatedAt),
            }).ToListAsync();
        var (versions, links) = (await Versions(db, resources), await Links(db, [.. recordings, .. resources]));
        return [.. recordings.Concat(resources).OrderBy(i => i.CreatedAt).ThenBy(i => i.Id).Select(i => i with
        {
            Detail = i.Detail is { } detail ? detail with { Versions = [.. versions[i.Id]] } : null,
            Link = i.Url is { } url ? links.GetValueOrDefault(url) : null,
        })];
    }

    private static async Task<ILookup<Guid, OlderVersion>> Versions(SessionsDb db, IEnumerable<ArchiveItem> resources)
    {
        var ids = resources.Select(r => r.Id).ToList();
        return (await db.ResourceVersions.Where(v => ids.Contains(v.ResourceId)).OrderByDescending(v => v.Number)
            .Select(v => new
            {
                v.ResourceId,
                Version = new OlderVersion(v.Number, v.Since, v.Url,
                v.File == null ? null : new SavedFile(v.File.Id, v.File.Name, v.File.MediaType, v.File.Length, v.File.Sha256))
            }).ToListAsync()).ToLookup(v => v.ResourceId, v => v.Version);
    }

    private static async Task<Dictionary<string, LinkFinding>> Links(SessionsDb db, IEnumerable<ArchiveItem> items)
    {
        var urls = items.Select(i => i.Url).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return await db.LinkChecks.Where(c => urls.Contains(c.Url)).ToDictionaryAsync(c => c.Url, c => new LinkFinding(c.State, c.Fault, c.Status, c.CheckedAt, c.FailingSince));
    }
}
