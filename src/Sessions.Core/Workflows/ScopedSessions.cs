using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Scheduling;

namespace Sessions.Workflows;

/// <summary>The sessions that a change of one of them reaches.</summary>
internal static class ScopedSessions
{
    /// <summary>The one itself first, then the later ones in their order; those without an hour or whole days are never later.</summary>
    public static async Task<List<Session>> Of(SessionsDb db, Session session, EditScope scope, Instant now)
    {
        if (scope == EditScope.This) return [session];
        var later = await Later(db, session).Include(s => s.Series).OrderBy(s => s.SortDate).ThenBy(s => s.When.Start).ToListAsync();
        return [session, .. later.Where(s => IsLater(s, session) && s.When.OverAt > now)];
    }

    /// <summary>What has to be held on PostgreSQL while they change: the series too, so that nobody joins it while one of its sessions begins to take sign-ups.</summary>
    public static async Task<RowLocks> Locks(Database database, Guid sessionId, EditScope scope)
    {
        await using var db = database.Read();
        var session = await db.Sessions.FirstOrDefaultAsync(s => s.Id == sessionId);
        if (session is null) return RowLocks.Session(sessionId);
        if (scope == EditScope.This) return RowLocks.Session(sessionId).And(RowLocks.Series(session.SeriesId));
        return RowLocks.Session([sessionId, .. await Later(db, session).Select(s => s.Id).ToListAsync()]).And(RowLocks.Series(session.SeriesId));
    }

    private static IQueryable<Session> Later(SessionsDb db, Session session) => db.Sessions.Where(s => s.SeriesId == session.SeriesId && s.Id != session.Id
        && s.CancelledAt == null && s.SortDate >= session.SortDate && (s.When.Precision == Precision.Exact || s.When.Precision == Precision.Days));

    private static bool IsLater(Session one, Session session) => (one.When.Start, session.When.Start) is ({ } start, { } from) ? start > from : one.SortDate > session.SortDate;
}
