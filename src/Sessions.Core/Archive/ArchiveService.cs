using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.Files;
using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Archive;

/// <summary>What a host puts into a session's archive.</summary>
public sealed class ArchiveService
{
    private readonly Database _database;
    private readonly FileStore _files;
    private readonly TimeProvider _time;

    internal ArchiveService(Database database, FileStore files, TimeProvider time) => (_database, _files, _time) = (database, files, time);

    /// <summary>Takes a file that lies in the store already, and deletes it there when the answer is no.</summary>
    /// <returns>The id of the recording or resource.</returns>
    public async Task<Answer<Guid, ArchiveRefusal>> AddFile(Actor who, Guid sessionId, SavedFile file, ArchiveLabel label)
    {
        var kept = false;
        try
        {
            var added = await Add(who, sessionId, ArchiveRows.KindOf(file), label, $"Added the file \"{file.Name}\"",
                (db, clean) => db.Add(sessionId, file, clean, ArchiveRows.Owner.Host, _time.Now()));
            kept = added.Ok;
            return added;
        }
        finally
        {
            if (!kept) _files.Delete(file.Id);
        }
    }

    /// <inheritdoc cref="AddFile" path="/returns" />
    public async Task<Answer<Guid, ArchiveRefusal>> AddLink(Actor who, Guid sessionId, ArchiveKind kind, string? url, ArchiveLabel label)
    {
        if (!WebAddress.TryRead(url, out var address)) return ArchiveRefusal.NotALink;
        if (kind == ArchiveKind.Resource && TypedText.Line(label.Title) is null) return ArchiveRefusal.TitleMissing;
        return await Add(who, sessionId, kind, label, $"Added the link {new Uri(address).Host}",
            (db, clean) => db.Add(sessionId, kind, address, clean, ArchiveRows.Owner.Host, _time.Now()));
    }

    /// <summary>Takes a recording or resource out, whoever handed it in, and deletes its file.</summary>
    public async Task<ArchiveRefusal?> Remove(Actor who, Guid sessionId, Guid itemId)
    {
        var answer = await _database.Write<Answer<ArchiveRows.Removed, ArchiveRefusal>>(async db =>
        {
            if (await db.EditableArchive(who, sessionId) is not { } session) return ArchiveRefusal.NotAllowed;
            var belongs = await db.Recordings.AnyAsync(r => r.Id == itemId && r.SessionId == sessionId)
                || await db.Resources.AnyAsync(r => r.Id == itemId && r.SessionId == sessionId);
            if (!belongs || await db.RemoveItem(itemId) is not { } removed) return ArchiveRefusal.NotFound;
            db.NoteArchive(who, session, $"Removed \"{removed.Title}\"", _time.Now());
            return removed;
        }, RowLocks.Session(sessionId));
        foreach (var file in answer.Value?.Files ?? []) _files.Delete(file);
        return answer.No;
    }

    /// <param name="text">Markdown; empty takes it away.</param>
    /// <param name="url">Where a write-up stands elsewhere.</param>
    public async Task<ArchiveRefusal?> SaveWriteUp(Actor who, Guid sessionId, string? text, string? url)
    {
        string? address = null;
        if (!string.IsNullOrWhiteSpace(url) && !WebAddress.TryRead(url, out address)) return ArchiveRefusal.NotALink;
        if (text?.Length > WriteUp.LongestText) return ArchiveRefusal.TooLong;
        return await _database.Write<ArchiveRefusal?>(async db =>
        {
            if (await db.EditableArchive(who, sessionId) is not { } session) return ArchiveRefusal.NotAllowed;
            var now = _time.Now();
            var writeUp = await db.WriteUps.FirstOrDefaultAsync(w => w.SessionId == sessionId)
                ?? db.Add(new WriteUp { SessionId = sessionId, UpdatedAt = now, PublishedOn = now.InZone(SessionClock.Zone(session.When.Zone)).Date }).Entity;
            (writeUp.Text, writeUp.Url, writeUp.UpdatedAt) = (TypedText.Lines(text), address, now);
            db.NoteArchive(who, session, "Saved the write-up", now);
            return null;
        });
    }

    private async Task<Answer<Guid, ArchiveRefusal>> Add(Actor who, Guid sessionId, ArchiveKind kind, ArchiveLabel label, string audit, Func<SessionsDb, ArchiveLabel, Guid> add)
    {
        var clean = ArchiveRules.Check(label);
        if (clean.No is { } no) return no;
        return await _database.Write<Answer<Guid, ArchiveRefusal>>(async db =>
        {
            var act = kind == ArchiveKind.Resource ? Act.PostResource : Act.EditArchive;
            if (await db.EditableArchive(who, sessionId, act) is not { } session) return ArchiveRefusal.NotAllowed;
            if (await db.CountArchive(sessionId) >= ArchiveItem.MostForSession) return ArchiveRefusal.TooMany;
            db.NoteArchive(who, session, audit, _time.Now());
            return add(db, clean.Value!);
        }, RowLocks.Session(sessionId));
    }
}
