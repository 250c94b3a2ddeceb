using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Files;
using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Archive;

/// <summary>Puts things into a session's archive and takes them out, inside a write. Rows only: the disk is the caller's.</summary>
internal static class ArchiveRows
{
    /// <summary>Video and audio become recordings, everything else a resource.</summary>
    /// <returns>The id of what was added.</returns>
    public static Guid Add(this SessionsDb db, Guid sessionId, SavedFile file, ArchiveLabel label, Owner owner, Instant now)
    {
        db.Add(Stored(sessionId, file, now));
        if (KindOf(file) == ArchiveKind.Recording)
            return db.Add(new Recording
            {
                SessionId = sessionId,
                FileId = file.Id,
                Title = label.Title,
                Licence = label.Licence,
                Credit = label.Credit,
                AppearanceId = owner.AppearanceId,
                IsPublic = owner.IsPublic,
                CreatedAt = now,
            }).Entity.Id;
        return db.Add(new Resource
        {
            SessionId = sessionId,
            FileId = file.Id,
            Title = label.Title ?? file.Name,
            Licence = label.Licence,
            Credit = label.Credit,
            AppearanceId = owner.AppearanceId,
            IsPublic = owner.IsPublic,
            CreatedAt = now,
        }).Entity.Id;
    }

    public static StoredFile Stored(Guid sessionId, SavedFile file, Instant now) => new()
    {
        Id = file.Id,
        SessionId = sessionId,
        Name = file.Name,
        MediaType = file.MediaType,
        Length = file.Length,
        Sha256 = file.Sha256,
        CreatedAt = now,
    };

    public static void KeepVersion(this SessionsDb db, Resource resource, int number) => db.Add(new ResourceVersion
    {
        ResourceId = resource.Id,
        Number = number,
        FileId = resource.FileId,
        Url = resource.Url,
        Access = resource.Access,
        Since = resource.ReplacedAt ?? resource.CreatedAt,
    });

    /// <summary>Takes what these resources were before out of the database.</summary>
    /// <returns>Files to be deleted from the disk after the commit.</returns>
    public static async Task<List<Guid>> RemoveVersions(this SessionsDb db, IReadOnlyCollection<Guid> resources)
    {
        var versions = await db.ResourceVersions.Include(v => v.File).Where(v => resources.Contains(v.ResourceId)).ToListAsync();
        var files = versions.Select(v => v.File).OfType<StoredFile>().ToList();
        db.RemoveRange(versions);
        db.RemoveRange(files);
        return files.ConvertAll(f => f.Id);
    }

    public static ArchiveKind KindOf(SavedFile file) => FileType.IsPlayable(file.MediaType) ? ArchiveKind.Recording : ArchiveKind.Resource;

    /// <returns>The id of what was added.</returns>
    public static Guid Add(this SessionsDb db, Guid sessionId, ArchiveKind kind, string url, ArchiveLabel label, Owner owner, Instant now)
    {
        if (kind == ArchiveKind.Recording)
            return db.Add(new Recording
            {
                SessionId = sessionId,
                Url = url,
                Title = label.Title,
                Licence = label.Licence,
                Credit = label.Credit,
                AppearanceId = owner.AppearanceId,
                IsPublic = owner.IsPublic,
                CreatedAt = now,
            }).Entity.Id;
        return db.Add(new Resource
        {
            SessionId = sessionId,
            Url = url,
            Title = label.Title ?? url,
            Licence = label.Licence,
            Credit = label.Credit,
            AppearanceId = owner.AppearanceId,
            IsPublic = owner.IsPublic,
            CreatedAt = now,
        }).Entity.Id;
    }

    public static async Task<bool> MaySeeArchive(this SessionsDb db, Actor who, Guid sessionId) =>
        await db.Sessions.Where(s => s.Id == sessionId).Select(s => (Guid?)s.SeriesId).FirstOrDefaultAsync() is { } seriesId && who.May(Act.ReadSeries, seriesId);

    /// <summary>Null without the right to change its archive.</summary>
    public static async Task<Session?> EditableArchive(this SessionsDb db, Actor who, Guid sessionId, Act act = Act.EditArchive) =>
        await db.Sessions.FirstOrDefaultAsync(s => s.Id == sessionId) is { } session && who.May(act, session.SeriesId) ? session : null;

    public static void NoteArchive(this SessionsDb db, Actor who, Session session, string text, Instant now) =>
        db.Add(new AuditEntry { At = now, ActorId = who.PersonId, SeriesId = session.SeriesId, SessionId = session.Id, Text = text });

    /// <summary>A speaker took back their consent.</summary>
    public static void NoteArchive(this SessionsDb db, Person speaker, Session session, int taken, Instant now) => db.Add(new AuditEntry
    {
        At = now,
        ActorId = speaker.Id,
        SeriesId = session.SeriesId,
        SessionId = session.Id,
        Text = $"{speaker.DisplayName} took back the consent to publish: {(taken == 1 ? "one file or link was" : $"{taken} files and links were")} taken down",
    });

    public static async Task<int> CountArchive(this SessionsDb db, Guid sessionId) =>
        await db.Recordings.CountAsync(r => r.SessionId == sessionId) + await db.Resources.CountAsync(r => r.SessionId == sessionId);

    /// <summary>Null where there is no such item.</summary>
    public static async Task<Removed?> RemoveItem(this SessionsDb db, Guid id)
    {
        var removed = (object?)await db.Recordings.Include(r => r.File).Include(r => r.Poster).Include(r => r.Audio).FirstOrDefaultAsync(r => r.Id == id)
            ?? await db.Resources.Include(r => r.File).FirstOrDefaultAsync(r => r.Id == id);
        if (removed is null) return null;
        db.RemoveRange(await db.CaptionTracks.Where(t => t.RecordingId == id).ToListAsync());
        var older = await db.RemoveVersions([id]);
        db.Remove(removed);
        var (file, title) = removed is Recording recording ? (recording.File, recording.Title) : (((Resource)removed).File, ((Resource)removed).Title);
        List<StoredFile> files = removed is Recording whole ? whole.Files() : file is null ? [] : [file];
        db.RemoveRange(files);
        Guid[] gone = [.. files.Select(f => f.Id), .. older];
        db.RemoveRange(await db.FileUses.Where(u => gone.Contains(u.FileId)).ToListAsync());
        return new(gone, title ?? file?.Name ?? "recording");
    }

    /// <summary>Its own and what was made of it, where they were read with it.</summary>
    public static List<StoredFile> Files(this Recording recording) => [.. new[] { recording.File, recording.Poster, recording.Audio }.OfType<StoredFile>()];

    /// <summary>A host's is public with its session; a speaker's waits for consent.</summary>
    internal readonly record struct Owner(Guid? AppearanceId, bool IsPublic)
    {
        public static readonly Owner Host = new(null, IsPublic: true);
    }

    /// <param name="Files">To be deleted from the disk after the commit.</param>
    internal sealed record Removed(IReadOnlyList<Guid> Files, string Title);
}
