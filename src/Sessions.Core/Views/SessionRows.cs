using System.Linq.Expressions;
using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using NodaTime;
using Sessions.Archive;
using Sessions.Data;
using Sessions.Scheduling;
using Sessions.Speakers;

namespace Sessions.Views;

/// <summary>Reads lists of sessions in two queries, however many there are.</summary>
internal static class SessionRows
{
    private static readonly Expression<Func<SessionsDb, Session, SessionRow>> Row = (db, s) => new SessionRow(
        s.Id, s.Slug, s.Number, s.Title, s.Theme,
        // Column by column: for a whole complex property EF makes the whole entity.
        new SessionTime(s.When.Precision, s.When.Date, s.When.LastDate, s.When.LocalStart, s.When.Zone, s.When.Start, s.When.End),
        s.Band, s.CancelledAt != null, s.MovedAt != null, s.SpeakersToBeConfirmed, s.OwnVenue.Address,
        db.Recordings.ShownToAll().Any(r => r.SessionId == s.Id),
        db.Resources.ShownToAll().Any(r => r.SessionId == s.Id),
        db.WriteUps.Any(w => w.SessionId == s.Id && (w.Text != null || w.Url != null)), s.Kind,
        db.Recordings.ShownToAll().Where(r => r.SessionId == s.Id).Max(r => r.Seconds));

    private static readonly Expression<Func<Session, RowSeries>> SeriesOf = s => new RowSeries(s.Series!.Slug, s.Series.Name, s.Series.Hue, s.Series.Venue.Address);

    /// <summary>What anybody may see. No join: given one, SQLite walks all series and sorts all their sessions before it takes the first twelve.</summary>
    public static IQueryable<Session> Published(this SessionsDb db) =>
        db.Sessions.Where(s => s.PublishedAt != null && db.Series.Any(o => o.Id == s.SeriesId && o.PublishedAt != null));

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

    /// <summary>First which ones: a database that sorts thousands of one day would look up the recordings of each before it takes twelve.</summary>
    public static async Task<List<ListedSession>> List(this SessionsDb db, IQueryable<Session> sessions)
    {
        var wanted = await sessions.Select(s => s.Id).ToListAsync();
        var found = (await Rows(db, wanted)).ToDictionary(s => s.Id);
        return [.. wanted.Where(found.ContainsKey).Select(id => found[id])];
    }

    private static async Task<List<ListedSession>> Rows(SessionsDb db, List<Guid> wanted)
    {
        if (wanted.Count == 0) return [];
        var row = RowIn(Expression.Constant(db));
        var rows = await db.Sessions.Where(s => wanted.Contains(s.Id)).Select(Expression.Lambda<Func<Session, RowInSeries>>(
            Expression.New(typeof(RowInSeries).GetConstructors().Single(), row.Body, ReplacingExpressionVisitor.Replace(SeriesOf.Parameters[0], row.Parameters[0], SeriesOf.Body)),
            row.Parameters)).ToListAsync();
        var ids = rows.ConvertAll(r => r.Row.Id);
        var speakers = InOrder(await db.Appearances.Where(a => ids.Contains(a.SessionId) && a.State != AppearanceState.Declined)
            .Select(a => new RowSpeaker(a.SessionId, a.Position, a.State, a.Person!.Name)).ToListAsync());
        return rows.ConvertAll(r => Session(r.Row, r.Series, speakers));
    }

    /// <summary>The rows of some sessions as a question to compile once; <see cref="Listed"/> makes the list of it.</summary>
    public static Expression<Func<SessionsDb, TKey, IQueryable<SessionRow>>> Of<TKey>(Expression<Func<SessionsDb, TKey, IQueryable<Session>>> which) =>
        Expression.Lambda<Func<SessionsDb, TKey, IQueryable<SessionRow>>>(
            Expression.Call(typeof(Queryable), nameof(Queryable.Select), [typeof(Session), typeof(SessionRow)], which.Body, Expression.Quote(RowIn(which.Parameters[0]))),
            which.Parameters);

    /// <param name="speaking">In these sessions, in any order; others are passed over.</param>
    public static List<ListedSession> Listed(List<SessionRow> rows, RowSeries series, IEnumerable<RowSpeaker> speaking)
    {
        var speakers = InOrder(speaking);
        return rows.ConvertAll(r => Session(r, series, speakers));
    }

    private static Dictionary<Guid, List<RowSpeaker>> InOrder(IEnumerable<RowSpeaker> speaking)
    {
        var speakers = new Dictionary<Guid, List<RowSpeaker>>();
        foreach (var speaker in speaking)
            (CollectionsMarshal.GetValueRefOrAddDefault(speakers, speaker.SessionId, out _) ??= []).Add(speaker);
        foreach (var some in speakers.Values)
            some.Sort((a, b) => a.Position.CompareTo(b.Position));
        return speakers;
    }

    private static ListedSession Session(SessionRow row, RowSeries series, Dictionary<Guid, List<RowSpeaker>> speakers)
    {
        var some = speakers.GetValueOrDefault(row.Id) ?? [];
        var certain = some.FindAll(a => IsCertain(a.State, a.Name));
        return new(row.Id, series.Slug, series.Name, series.Hue, row.Slug, row.Number, row.Title, row.Theme, row.When, row.Band,
            row.IsCancelled, row.IsMoved, row.Address ?? series.Address, row.HasRecording, row.HasResources, row.HasWriteUp,
            row.SpeakersToBeConfirmed || certain.Count < some.Count, certain.ConvertAll(a => a.Name!))
        {
            Kind = row.Kind,
            Seconds = row.Seconds,
        };
    }

    public static bool IsCertain(AppearanceState state, string? name) => Appearance.IsCertain(state, name);

    private static Expression<Func<Session, SessionRow>> RowIn(Expression db) =>
        Expression.Lambda<Func<Session, SessionRow>>(ReplacingExpressionVisitor.Replace(Row.Parameters[0], db, Row.Body), Row.Parameters[1]);
}

/// <summary>A listed session before its speakers are known.</summary>
internal sealed record SessionRow(Guid Id, string Slug, int? Number, string? Title, string? Theme, SessionTime When,
    PlacesBand Band, bool IsCancelled, bool IsMoved, bool SpeakersToBeConfirmed, string? Address, bool HasRecording, bool HasResources, bool HasWriteUp, SessionKind Kind, int? Seconds);

/// <param name="Address">Where its sessions take place that have no place of their own.</param>
internal sealed record RowSeries(string Slug, string Name, int Hue, string? Address);

internal sealed record RowInSeries(SessionRow Row, RowSeries Series);

internal sealed record RowSpeaker(Guid SessionId, int Position, AppearanceState State, string? Name);
