using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.Scheduling;

namespace Sessions.Archive.Reports;

internal static class ReportRows
{
    /// <summary>Not seen to yet, and more than an "I used this".</summary>
    public static IQueryable<Report> Concerns(this IQueryable<Report> reports) => reports.Where(r => r.State == ReportState.New && r.Kind != ReportKind.Used);

    /// <summary>The public session of an address; one whose archive was taken down whole is reported all the same.</summary>
    public static Task<Session?> Page(SessionsDb db, string series, string slug) =>
        db.Sessions.Include(s => s.Series).FirstOrDefaultAsync(s => s.Slug == slug && s.Series!.Slug == series && s.PublishedAt != null && s.Series.PublishedAt != null);

    public static Task<Session?> Page(SessionsDb db, Guid id) =>
        db.Sessions.Include(s => s.Series).FirstOrDefaultAsync(s => s.Id == id && s.PublishedAt != null && s.Series!.PublishedAt != null);

    /// <summary>What a reader of the page can point at, in the order of the page.</summary>
    public static async Task<IReadOnlyList<ReportedItem>> Items(SessionsDb db, Guid sessionId)
    {
        var recordings = await db.Recordings.ShownToAll().Where(r => r.SessionId == sessionId).OrderBy(r => r.CreatedAt).Select(r => new ReportedItem(r.Id, r.Title, true)).ToListAsync();
        var resources = await db.Resources.ShownToAll().Where(r => r.SessionId == sessionId).OrderBy(r => r.CreatedAt).Select(r => new ReportedItem(r.Id, r.Title, false)).ToListAsync();
        return [.. recordings, .. resources];
    }
}

/// <param name="Title">A recording may have none.</param>
public sealed record ReportedItem(Guid Id, string? Title, bool IsRecording);
