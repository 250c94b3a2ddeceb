using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Speakers;

namespace Sessions.Views;

public sealed class SessionView
{
    private readonly Database _database;

    internal SessionView(Database database) => _database = database;

    /// <summary>The published session of an address, for an act that needs no more of it.</summary>
    public async Task<Guid?> Find(string series, string slug)
    {
        await using var db = _database.Read();
        return await db.Published().Where(s => s.Slug == slug && s.Series!.Slug == series).Select(s => (Guid?)s.Id).FirstOrDefaultAsync();
    }

    /// <summary>Null when no published session has this address; a cancelled one keeps its page.</summary>
    public async Task<SessionFacts?> Read(string series, string slug, Instant now)
    {
        await using var db = _database.Read();
        var row = await db.Published().Where(s => s.Slug == slug && s.Series!.Slug == series).Select(s => new
        {
            Session = s,
            SeriesSlug = s.Series!.Slug,
            s.Series.Name,
            s.Series.Hue,
            s.Series.IsSample,
            SeriesVenue = s.Series.Venue,
        }).FirstOrDefaultAsync();
        if (row is null) return null;
        var s = row.Session;
        var speakers = await Speakers(db, s.Id);
        var next = (await db.List(db.Published().Where(o => o.SeriesId == s.SeriesId && o.Id != s.Id && o.CancelledAt == null && o.SortDate != null)
            .MaybeAhead(now).Soonest().Take(3))).Find(o => !o.When.IsOver(now) && (o.When.Start is null || o.When.Start > now));
        var venue = row.SeriesVenue.With(s.OwnVenue);
        return new(s.Id, s.SeriesId, row.SeriesSlug, row.Name, row.Hue, row.IsSample, s.Slug, s.Number, s.Title, s.Theme, s.When, s.Announcement,
            venue.Address, venue.StreamLink, s.Band, s.CancelledAt, s.CancelledBecause, s.MovedAt, s.MovedFrom, s.SpeakersToBeConfirmed,
            speakers.Open, speakers.Certain, await Recordings(db, s.Id), await Resources(db, s.Id), await WriteUp(db, s.Id), next,
            s.When.IsOver(now), s.When.Start <= now, Freshness.Until(now, next is null ? [s.When] : [s.When, next.When]));
    }

    private static async Task<(int Open, List<SessionSpeaker> Certain)> Speakers(SessionsDb db, Guid id)
    {
        var rows = await db.Appearances.Where(a => a.SessionId == id && a.State != AppearanceState.Declined).OrderBy(a => a.Position)
            .Select(a => new { a.State, a.Person!.Name, a.Person.Slug, Line = a.Line ?? a.Person.Line, a.Talk.Title, a.Talk.Abstract }).ToListAsync();
        var certain = rows.FindAll(a => SessionRows.IsCertain(a.State, a.Name));
        return (rows.Count - certain.Count, certain.ConvertAll(a => new SessionSpeaker(a.Name!, a.Slug, a.Line, a.Title, a.Abstract)));
    }

    private static Task<List<ShownRecording>> Recordings(SessionsDb db, Guid id) => db.Recordings.Where(r => r.SessionId == id && r.IsPublic).OrderBy(r => r.CreatedAt)
        .Select(r => new ShownRecording(r.Id, r.Title, r.Url,
            r.File == null ? null : new ShownFile(r.File.Id, r.File.Name, r.File.MediaType, r.File.Length), r.Licence, r.Credit)).ToListAsync();

    private static Task<List<ShownResource>> Resources(SessionsDb db, Guid id) => db.Resources.Where(r => r.SessionId == id && r.IsPublic).OrderBy(r => r.CreatedAt)
        .Select(r => new ShownResource(r.Id, r.Title, r.Url,
            r.File == null ? null : new ShownFile(r.File.Id, r.File.Name, r.File.MediaType, r.File.Length), r.Licence, r.Credit)).ToListAsync();

    private static Task<ShownWriteUp?> WriteUp(SessionsDb db, Guid id) => db.WriteUps.Where(w => w.SessionId == id && (w.Text != null || w.Url != null))
        .Select(w => new ShownWriteUp(w.Text, w.Url, w.PublishedOn)).FirstOrDefaultAsync();
}
