using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;

namespace Sessions.Registrations;

/// <summary>Notes that a session moved or was cancelled; the mails follow by a job.</summary>
internal static class SessionChangeWriter
{
    public const string NoticeKind = "session.changed";

    /// <summary>The host's undo: changes within this time become one message.</summary>
    public static readonly Duration Coalesce = Duration.FromMinutes(5);

    private static readonly Duration WhenNear = Duration.FromMinutes(1);

    /// <summary>Call in the write that moves or cancels. A change that nobody was told of yet takes this one in.</summary>
    /// <param name="soonest">The earlier of the old and the new start: whoever may be on the way already hears first.</param>
    public static async Task Announce(SessionsDb db, Guid sessionId, Instant? soonest, Instant now)
    {
        var due = now + (soonest - now < Duration.FromHours(2) ? WhenNear : Coalesce);
        if (await Open(db, sessionId) is { } open) open.DueAt = due;
        else db.Add(new Notice { Kind = NoticeKind, SubjectId = sessionId, DueAt = due, CreatedAt = now });
    }

    /// <summary>Brings a change that waits to be told to within the minute that its host has at least to take it back.</summary>
    /// <returns>False where none waits for longer.</returns>
    public static async Task<bool> Hasten(SessionsDb db, Guid sessionId, Instant now)
    {
        if (await Open(db, sessionId) is not { } open || open.DueAt <= now + WhenNear) return false;
        open.DueAt = now + WhenNear;
        return true;
    }

    /// <summary>A change was taken back before anybody heard of it; one that waited to be told before it still does.</summary>
    /// <param name="since">When the change was made.</param>
    public static async Task TakeBack(SessionsDb db, IReadOnlyCollection<Guid> sessions, Instant since, Instant now)
    {
        foreach (var notice in await db.Notices.Where(n => n.Kind == NoticeKind && sessions.Contains(n.SubjectId) && n.DoneAt == null && n.Cursor == null && n.CreatedAt >= since).ToListAsync())
            notice.DoneAt = now;
    }

    /// <summary>A change of this session waits to be told, and nobody was told of it yet.</summary>
    public static async Task<bool> IsStillUntold(SessionsDb db, Guid sessionId) => await Open(db, sessionId) is not null;

    private static async Task<Notice?> Open(SessionsDb db, Guid sessionId) =>
        db.Notices.Local.FirstOrDefault(n => n.Kind == NoticeKind && n.SubjectId == sessionId && n.DoneAt == null && n.Cursor == null)
        ?? await db.Notices.FirstOrDefaultAsync(n => n.Kind == NoticeKind && n.SubjectId == sessionId && n.DoneAt == null && n.Cursor == null);
}
