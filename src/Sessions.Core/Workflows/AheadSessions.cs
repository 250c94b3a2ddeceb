using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Scheduling;

namespace Sessions.Workflows;

/// <summary>The sessions of a series that have not begun and are not cancelled, with an hour or whole days.</summary>
internal static class AheadSessions
{
    /// <summary>Soonest first.</summary>
    public static async Task<List<Session>> Of(SessionsDb db, Guid seriesId, Instant now)
    {
        var rows = await Query(db, seriesId, now).Include(s => s.Series).OrderBy(s => s.SortDate).ThenBy(s => s.When.Start).ToListAsync();
        return rows.FindAll(s => s.When is { Precision: Precision.Exact, Start: { } start } ? start > now : s.When.OverAt > now);
    }

    /// <summary>What has to be held on PostgreSQL while they change.</summary>
    public static async Task<RowLocks> Locks(Database database, Guid seriesId, Instant now)
    {
        await using var db = database.Read();
        return RowLocks.Series(seriesId).And(RowLocks.Session(await Query(db, seriesId, now).Select(s => s.Id).ToListAsync()));
    }

    /// <summary>A few too many: a day ends later in some zones.</summary>
    private static IQueryable<Session> Query(SessionsDb db, Guid seriesId, Instant now)
    {
        var first = now.InUtc().Date.PlusDays(-2);
        return db.Sessions.Where(s => s.SeriesId == seriesId && s.CancelledAt == null && s.SortDate >= first && (s.When.Precision == Precision.Exact || s.When.Precision == Precision.Days));
    }
}
