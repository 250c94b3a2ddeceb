using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.Scheduling;

namespace Sessions.Registrations;

internal static class HeardLaterRows
{
    /// <summary>Of sessions of one series that this write makes public.</summary>
    public static async Task<HeardLater> Of(SessionsDb db, IReadOnlyList<Session> sessions)
    {
        var series = sessions.Select(s => s.SeriesId).FirstOrDefault();
        return new(
            sessions.Any(s => s.Held > 0) ? await db.Standing.CountAsync(s => s.SeriesId == series && s.LeftAt == null) : 0,
            sessions.Any(s => s.AnnouncedIn is not null) ? await db.Followers.CountAsync(f => f.SeriesId == series && f.StoppedAt == null) : 0);
    }
}
