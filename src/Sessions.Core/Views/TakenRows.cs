using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Scheduling;
using Sessions.Speakers;

namespace Sessions.Views;

/// <summary>An hour that is taken, in any series.</summary>
/// <param name="Speakers">On its programme, asked or certain.</param>
public sealed record TakenSlot(Guid SessionId, Guid SeriesId, string Series, Instant Start, Instant End, bool IsPublished, IReadOnlyList<LineSpeaker> Speakers)
{
    /// <summary>As the series <paramref name="seriesId"/> sees it in its zone.</summary>
    /// <param name="draftOf">Names a draft of a series, in a sentence.</param>
    public TakenHour For(Guid seriesId, DateTimeZone zone, Func<string, string> draftOf) =>
        new(Start.InZone(zone).LocalDateTime, (int)(End - Start).TotalMinutes, SeriesId == seriesId ? null : IsPublished ? Series : draftOf(Series)) { Speakers = Speakers };
}

/// <summary>What is planned already: everything in the reader's own series, and elsewhere what anybody may see.</summary>
internal static class TakenRows
{
    public static async Task<IReadOnlyList<TakenSlot>> From(SessionsDb db, Actor who, Instant from)
    {
        var (all, own) = (who.MayEverywhere(Act.ReadSeries), who.SeriesFor(Act.ReadSeries));
        var sessions = db.Sessions.Where(s => s.When.Start > from && s.CancelledAt == null && (all || own.Contains(s.SeriesId) || (s.PublishedAt != null && s.Series!.PublishedAt != null)));
        var rows = await sessions.Select(s => new { s.Id, s.SeriesId, s.Series!.Name, Start = s.When.Start!.Value, End = s.When.End!.Value, IsPublished = s.PublishedAt != null }).ToListAsync();
        var speakers = await Speakers(db, sessions, series => all || own.Contains(series));
        return rows.ConvertAll(r => new TakenSlot(r.Id, r.SeriesId, r.Name, r.Start, r.End, r.IsPublished, [.. speakers[r.Id]]));
    }

    /// <summary>By session; where a series is not the reader's own, only those whom its page names.</summary>
    public static async Task<ILookup<Guid, LineSpeaker>> Speakers(SessionsDb db, IQueryable<Session> sessions, Func<Guid, bool> isOwn) =>
        (await db.Appearances.Where(a => a.State != AppearanceState.Declined).Join(sessions, a => a.SessionId, s => s.Id, (a, s) => new { a.SessionId, s.SeriesId, a.State, a.Person!.Name, a.Person.Address }).ToListAsync())
            .Where(a => isOwn(a.SeriesId) || Appearance.IsCertain(a.State, a.Name)).ToLookup(a => a.SessionId, a => new LineSpeaker(a.Name, a.Address));
}
