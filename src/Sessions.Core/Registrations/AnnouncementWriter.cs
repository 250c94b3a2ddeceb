using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.Scheduling;

namespace Sessions.Registrations;

/// <summary>Tells those who follow a series of new dates: what is published within a few minutes is one mail.</summary>
internal static class AnnouncementWriter
{
    /// <summary>Notice: about a series.</summary>
    public const string NoticeKind = "series.announced";

    /// <summary>Call in the write that publishes.</summary>
    public static async Task Note(SessionsDb db, Session session, Instant now)
    {
        if (session is not { PublishedAt: not null, IsCancelled: false, When.IsDated: true, AnnouncedIn: null } || session.When.OverAt <= now) return;
        if (!await db.Followers.AnyAsync(f => f.SeriesId == session.SeriesId && f.StoppedAt == null)) return;
        var open = db.Notices.Local.FirstOrDefault(n => n.Kind == NoticeKind && n.SubjectId == session.SeriesId && n.DoneAt == null && n.Cursor == null)
            ?? await db.Notices.FirstOrDefaultAsync(n => n.Kind == NoticeKind && n.SubjectId == session.SeriesId && n.DoneAt == null && n.Cursor == null)
            ?? db.Add(new Notice { Kind = NoticeKind, SubjectId = session.SeriesId, DueAt = now, CreatedAt = now }).Entity;
        open.DueAt = now + SessionChangeWriter.Coalesce;
        session.AnnouncedIn = open.Id;
    }
}
