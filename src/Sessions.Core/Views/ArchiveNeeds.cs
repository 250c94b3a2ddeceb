using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Archive;
using Sessions.Archive.Links;
using Sessions.Archive.Reports;
using Sessions.Data;
using Sessions.People;

namespace Sessions.Views;

/// <summary>What waits for a host in archives, however old: what readers report, reviews that are due, and links that lead nowhere.</summary>
internal static class ArchiveNeeds
{
    /// <summary>Of each kind; the others come up when these are done.</summary>
    private const int Most = 5;

    public static async Task<IEnumerable<Need>> Of(SessionsDb db, Actor who, Instant now)
    {
        var today = now.InUtc().Date;
        var mine = db.HostedBy(who).Where(s => s.PublishedAt != null && s.CancelledAt == null && !s.Series!.IsSample);
        if (!who.MayEverywhere(Act.EditArchive))
        {
            var own = who.SeriesFor(Act.EditArchive);
            mine = mine.Where(s => own.Contains(s.SeriesId));
        }

        var due = await mine.Select(s => new { s.Id, s.SortDate, Count = db.Resources.ShownToAll().Count(r => r.SessionId == s.Id && r.ReviewBy <= today) }).Where(s => s.Count > 0)
            .OrderByDescending(s => s.SortDate).ThenBy(s => s.Id).Take(Most).ToListAsync();
        var dead = await mine.Select(s => new
        {
            s.Id,
            s.SortDate,
            Count = db.Resources.ShownToAll().Count(r => r.SessionId == s.Id && db.LinkChecks.Any(c => c.Url == r.Url && c.State == LinkState.Dead))
                + db.Recordings.ShownToAll().Count(r => r.SessionId == s.Id && db.LinkChecks.Any(c => c.Url == r.Url && c.State == LinkState.Dead))
                + db.WriteUps.Count(w => w.SessionId == s.Id && db.LinkChecks.Any(c => c.Url == w.Url && c.State == LinkState.Dead)),
        }).Where(s => s.Count > 0).OrderByDescending(s => s.SortDate).ThenBy(s => s.Id).Take(Most).ToListAsync();
        var told = await db.Reports.Where(r => r.State == ReportState.New).Join(mine, r => r.SessionId, s => s.Id, (r, s) => new { r.SessionId, IsUse = r.Kind == ReportKind.Used })
            .GroupBy(r => new { r.SessionId, r.IsUse }).Select(g => new { Id = g.Key.SessionId, g.Key.IsUse, Count = g.Count() }).ToListAsync();
        if (due.Count + dead.Count + told.Count == 0) return [];
        var ids = due.Select(s => s.Id).Concat(dead.Select(s => s.Id)).Concat(told.Select(s => s.Id)).ToHashSet();
        var sessions = (await db.ListHosted(db.Sessions.Where(s => ids.Contains(s.Id)))).ToDictionary(s => s.Id);
        return told.Where(s => !s.IsUse).Select(s => new Need(NeedKind.Reports, Urgency.Now, sessions[s.Id], s.Count))
            .Concat(dead.Select(s => new Need(NeedKind.DeadLinks, Urgency.Soon, sessions[s.Id], s.Count)))
            .Concat(due.Select(s => new Need(NeedKind.ReviewDue, Urgency.WhenYouCan, sessions[s.Id], s.Count)))
            .Concat(told.Where(s => s.IsUse).Select(s => new Need(NeedKind.Uses, Urgency.WhenYouCan, sessions[s.Id], s.Count)));
    }
}
