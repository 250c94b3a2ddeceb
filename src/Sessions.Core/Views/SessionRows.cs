using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Scheduling;
using Sessions.Speakers;

namespace Sessions.Views;

/// <summary>Reads lists of sessions in two queries, however many there are.</summary>
internal static class SessionRows
{
    /// <summary>What anybody may see.</summary>
    public static IQueryable<Session> Published(this SessionsDb db) =>
        db.Sessions.Where(s => s.PublishedAt != null && s.Series!.PublishedAt != null);

    /// <summary>Those whose last possible day is not certainly over anywhere on earth; the caller looks at the exact time.</summary>
    public static IQueryable<Session> MaybeAhead(this IQueryable<Session> sessions, Instant now)
    {
        var day = now.InUtc().Date.PlusDays(-1);
        return sessions.Where(s => s.SortDate == null || s.SortDate >= day || s.When.End > now);
    }

    public static IQueryable<Session> MaybeOver(this IQueryable<Session> sessions, Instant now)
    {
        var day = now.InUtc().Date.PlusDays(1);
        return sessions.Where(s => s.SortDate <= day);
    }

    public static bool IsOver(this SessionTime when, Instant now) => when.OverAt is { } over && over <= now;

    /// <summary>Soonest first; without a day last.</summary>
    public static IOrderedQueryable<Session> Soonest(this IQueryable<Session> sessions) => sessions
        .OrderBy(s => s.SortDate == null).ThenBy(s => s.SortDate).ThenBy(s => s.When.Start).ThenBy(s => s.Id);

    public static IOrderedQueryable<Session> Latest(this IQueryable<Session> sessions) => sessions
        .OrderByDescending(s => s.SortDate).ThenByDescending(s => s.When.Start).ThenByDescending(s => s.Number).ThenBy(s => s.Id);

    public static async Task<List<ListedSession>> List(this SessionsDb db, IQueryable<Session> sessions)
    {
        var rows = await sessions.Select(s => new
        {
            s.Id,
            SeriesSlug = s.Series!.Slug,
            SeriesName = s.Series.Name,
            s.Series.Hue,
            s.Slug,
            s.Number,
            s.Title,
            s.Theme,
            s.When,
            s.Band,
            s.CancelledAt,
            s.MovedAt,
            s.SpeakersToBeConfirmed,
            s.OwnVenue.Address,
            SeriesAddress = s.Series.Venue.Address,
            HasRecording = db.Recordings.Any(r => r.SessionId == s.Id && r.IsPublic),
            HasResources = db.Resources.Any(r => r.SessionId == s.Id && r.IsPublic),
            HasWriteUp = db.WriteUps.Any(w => w.SessionId == s.Id && (w.Text != null || w.Url != null)),
        }).ToListAsync();
        var ids = rows.ConvertAll(r => r.Id);
        var speakers = (await db.Appearances.Where(a => ids.Contains(a.SessionId) && a.State != AppearanceState.Declined)
            .OrderBy(a => a.Position).Select(a => new { a.SessionId, a.State, a.Person!.Name }).ToListAsync()).ToLookup(a => a.SessionId);
        return rows.ConvertAll(r => new ListedSession(r.Id, r.SeriesSlug, r.SeriesName, r.Hue, r.Slug, r.Number, r.Title, r.Theme, r.When, r.Band,
            r.CancelledAt is not null, r.MovedAt is not null, r.Address ?? r.SeriesAddress, r.HasRecording, r.HasResources, r.HasWriteUp,
            r.SpeakersToBeConfirmed || speakers[r.Id].Any(a => !IsCertain(a.State, a.Name)),
            [.. speakers[r.Id].Where(a => IsCertain(a.State, a.Name)).Select(a => a.Name!)]));
    }

    public static bool IsCertain(AppearanceState state, string? name) => Appearance.IsCertain(state, name);
}
