using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Scheduling;

namespace Sessions.Speakers;

/// <summary>Days on which somebody could speak instead.</summary>
internal static class OtherDateRows
{
    private const int Most = 12;

    /// <summary>Public, to come, known to the day, of the same series, and without them; soonest first.</summary>
    public static async Task<List<DateChoice>> Ahead(SessionsDb db, Session session, Guid personId, Instant now)
    {
        var from = now.InUtc().Date.PlusDays(-1);
        var rows = await db.Sessions.Where(s => s.SeriesId == session.SeriesId && s.Id != session.Id && s.PublishedAt != null && s.CancelledAt == null && s.SortDate >= from
                && !db.Appearances.Any(a => a.SessionId == s.Id && a.PersonId == personId))
            .OrderBy(s => s.SortDate).ThenBy(s => s.When.Start).Take(Most * 2).Select(s => new DateChoice(s.Id, s.Number, s.Title, s.When)).ToListAsync();
        return [.. rows.Where(s => s.When.IsDated && s.When.OverAt > now).Take(Most)];
    }

    /// <summary>Those that somebody named, as far as they are still there.</summary>
    public static async Task<List<DateChoice>> Named(SessionsDb db, IReadOnlyCollection<Guid> ids) => ids.Count == 0 ? [] :
        await db.Sessions.Where(s => ids.Contains(s.Id)).OrderBy(s => s.SortDate).ThenBy(s => s.When.Start).Select(s => new DateChoice(s.Id, s.Number, s.Title, s.When)).ToListAsync();
}
