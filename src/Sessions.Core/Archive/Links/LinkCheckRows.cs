using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;

namespace Sessions.Archive.Links;

/// <summary>Addresses on public pages, and what is known of them.</summary>
internal static class LinkCheckRows
{
    /// <summary>Of recordings, resources and write-ups that anybody may see, each once.</summary>
    public static async Task<List<string>> PublicLinks(SessionsDb db)
    {
        var shown = db.Sessions.Where(s => s.PublishedAt != null && s.Series!.PublishedAt != null && !s.Series.IsSample).Select(s => s.Id);
        var recordings = await db.Recordings.ShownToAll().Where(r => r.Url != null && shown.Contains(r.SessionId)).Select(r => r.Url!).ToListAsync();
        var resources = await db.Resources.ShownToAll().Where(r => r.Access != ResourceAccess.Closed && r.Url != null && shown.Contains(r.SessionId)).Select(r => r.Url!).ToListAsync();
        var writeUps = await db.WriteUps.Where(w => w.Url != null && shown.Contains(w.SessionId)).Select(w => w.Url!).ToListAsync();
        return [.. recordings.Concat(resources).Concat(writeUps).Distinct(StringComparer.Ordinal)];
    }

    public static async Task<LinkCheck> Note(this SessionsDb db, string url, LinkAnswer answer, Instant now)
    {
        var check = await db.LinkChecks.FirstOrDefaultAsync(c => c.Url == url) ?? db.Add(new LinkCheck { Url = url, CheckedAt = now }).Entity;
        check.Take(answer, now);
        return check;
    }
}
