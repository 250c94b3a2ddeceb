using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.Files;
using Sessions.People;

namespace Sessions.Archive;

/// <summary>What a host says of things in the archive, when they are added and later.</summary>
public sealed class ItemService
{
    private readonly Database _database;
    private readonly FileStore _files;
    private readonly TimeProvider _time;

    internal ItemService(Database database, FileStore files, TimeProvider time) => (_database, _files, _time) = (database, files, time);

    /// <summary>A link, or something closed that has none.</summary>
    /// <returns>The id of the resource.</returns>
    public async Task<Answer<Guid, ArchiveRefusal>> AddResource(Actor who, Guid sessionId, ResourceForm form)
    {
        var clean = ResourceRules.Check(form, hasFile: false);
        if (clean.No is { } no) return no;
        return await _database.Write<Answer<Guid, ArchiveRefusal>>(async db =>
        {
            if (await db.EditableArchive(who, sessionId, Act.PostResource) is not { } session) return ArchiveRefusal.NotAllowed;
            if (await db.CountArchive(sessionId) >= ArchiveItem.MostForSession) return ArchiveRefusal.TooMany;
            var now = _time.Now();
            var resource = new Resource { SessionId = sessionId, Title = clean.Value!.Title!, IsPublic = true, CreatedAt = now };
            ResourceRules.Apply(clean.Value, resource);
            db.Add(resource);
            db.NoteArchive(who, session, $"Added \"{resource.Title}\"", now);
            return resource.Id;
        }, RowLocks.Session(sessionId));
    }

    /// <summary>Everything that is said of it; a speaker's licence and credit stay the speaker's.</summary>
    public Task<ArchiveRefusal?> EditResource(Actor who, Guid sessionId, Guid itemId, ResourceForm form) => _database.Write<ArchiveRefusal?>(async db =>
    {
        if (await db.EditableArchive(who, sessionId) is not { } session) return ArchiveRefusal.NotAllowed;
        if (await db.Resources.FirstOrDefaultAsync(r => r.Id == itemId && r.SessionId == sessionId) is not { } resource) return ArchiveRefusal.NotFound;
        var clean = ResourceRules.Check(form, hasFile: resource.FileId is not null);
        if (clean.No is { } no) return no;
        if (resource.AppearanceId is not null && (clean.Value!.Licence != resource.Licence || clean.Value.Credit != resource.Credit)) return ArchiveRefusal.SpeakersOwn;
        ResourceRules.Apply(clean.Value!, resource);
        db.NoteArchive(who, session, $"Changed what is said of \"{resource.Title}\"", _time.Now());
        return null;
    }, RowLocks.Session(sessionId));

    /// <inheritdoc cref="EditResource" />
    public async Task<ArchiveRefusal?> EditRecording(Actor who, Guid sessionId, Guid itemId, ArchiveLabel label)
    {
        var clean = ArchiveRules.Check(label);
        if (clean.No is { } unfit) return unfit;
        return await _database.Write<ArchiveRefusal?>(async db =>
        {
            if (await db.EditableArchive(who, sessionId) is not { } session) return ArchiveRefusal.NotAllowed;
            if (await db.Recordings.FirstOrDefaultAsync(r => r.Id == itemId && r.SessionId == sessionId) is not { } recording) return ArchiveRefusal.NotFound;
            var said = clean.Value!;
            if (recording.AppearanceId is not null && (said.Licence != recording.Licence || said.Credit != recording.Credit)) return ArchiveRefusal.SpeakersOwn;
            (recording.Title, recording.Licence, recording.Credit) = (said.Title, said.Licence, said.Credit);
            db.NoteArchive(who, session, $"Changed what is said of the recording{(said.Title is { } title ? $" \"{title}\"" : "")}", _time.Now());
            return null;
        }, RowLocks.Session(sessionId));
    }

    /// <summary>A newer file in its place, at the same address; what was there is kept as an older version. Takes a file that lies in the store already, and deletes it there when the answer is no.</summary>
    /// <returns>The number of the new version.</returns>
    public async Task<Answer<int, ArchiveRefusal>> Replace(Actor who, Guid sessionId, Guid itemId, SavedFile file)
    {
        var kept = false;
        try
        {
            var answer = await _database.Write<Answer<int, ArchiveRefusal>>(async db =>
            {
                if (await db.EditableArchive(who, sessionId) is not { } session) return ArchiveRefusal.NotAllowed;
                if (await db.Resources.FirstOrDefaultAsync(r => r.Id == itemId && r.SessionId == sessionId) is not { } resource) return ArchiveRefusal.NotFound;
                var older = await db.ResourceVersions.CountAsync(v => v.ResourceId == itemId);
                if (older >= ResourceVersion.Most) return ArchiveRefusal.TooMany;
                var now = _time.Now();
                db.KeepVersion(resource, older + 1);
                db.Add(ArchiveRows.Stored(sessionId, file, now));
                (resource.FileId, resource.Url, resource.ReplacedAt) = (file.Id, null, now);
                db.NoteArchive(who, session, $"Replaced \"{resource.Title}\" by the file \"{file.Name}\"", now);
                return older + 2;
            }, RowLocks.Session(sessionId));
            kept = answer.Ok;
            return answer;
        }
        finally
        {
            if (!kept) _files.Delete(file.Id);
        }
    }
}
