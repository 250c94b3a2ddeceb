using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Archive;
using Sessions.Archive.Counts;
using Sessions.Data;
using Sessions.Scheduling;
using Sessions.Speakers;

namespace Sessions.Views;

/// <summary>What the page of a session asks, compiled once for the model of one database.</summary>
internal static class SessionQuestions
{
    public static Func<SessionsDb, string, string, Task<FoundSession?>> Found { get; } = Compiled.One((SessionsDb db, string series, string slug) => db.Sessions
        .Where(s => s.Slug == slug && s.Series!.Slug == series && s.PublishedAt != null && s.Series.PublishedAt != null)
        .Select(s => new FoundSession(s.Id, s.SeriesId)).FirstOrDefault());

    public static Func<SessionsDb, string, string, Task<SessionHead?>> Head { get; } = Compiled.One((SessionsDb db, string series, string slug) => db.Sessions
        .Where(s => s.Slug == slug && s.Series!.Slug == series && s.PublishedAt != null && s.Series.PublishedAt != null)
        .Select(s => new SessionHead(s, s.Series!.Slug, s.Series.Name, s.Series.Hue, s.Series.IsSample,
            new Venue(s.Series.Venue.RoomLink, s.Series.Venue.StreamLink, s.Series.Venue.Address),
            db.Recordings.ShownToAll().Any(r => r.SessionId == s.Id), db.Resources.ShownToAll().Any(r => r.SessionId == s.Id), db.WriteUps.Any(w => w.SessionId == s.Id),
            db.ResourceVersions.Any(v => v.Resource!.SessionId == s.Id), db.RunningOrder.Any(i => i.SeriesId == s.SeriesId && i.SessionId == s.Id), db.Partners.Any(p => p.SeriesId == s.SeriesId), db.TalkMoves.Any(m => m.FromSessionId == s.Id),
            db.Recordings.ShownToMembers().Any(r => r.SessionId == s.Id), db.Recordings.TakenFromAll().Any(r => r.SessionId == s.Id) || db.Resources.TakenDown().Any(r => r.SessionId == s.Id)))
        .FirstOrDefault());

    public static Func<SessionsDb, Guid, IAsyncEnumerable<Speaking>> Speakers { get; } = Compiled.Many((SessionsDb db, Guid id) => db.Appearances
        .Where(a => a.SessionId == id && a.State != AppearanceState.Declined).OrderBy(a => a.Position)
        .Select(a => new Speaking(a.State, a.Person!.Name, a.Person.Slug, a.Line ?? a.Person.Line, a.Talk.Title, a.Talk.Abstract, a.Role, a.Person.PhotoTag,
            a.Person.Slug != null && (a.Person.Address == null || a.Person.ShowsPage), a.Person.Pronouns)));

    /// <summary>The soonest that may be ahead; the caller looks at the exact time.</summary>
    public static Func<SessionsDb, Guid, Guid, LocalDate, Instant, IAsyncEnumerable<NextSession>> Next { get; } = Compiled.Many(
        (SessionsDb db, Guid series, Guid but, LocalDate day, Instant now) => db.Sessions
            .Where(o => o.SeriesId == series && o.Id != but && o.PublishedAt != null && o.CancelledAt == null && o.SortDate != null && (o.SortDate >= day || o.When.End > now))
            .OrderBy(o => o.SortDate).ThenBy(o => o.When.Start).ThenBy(o => o.Id).Take(3)
            .Select(o => new NextSession(o.Series!.Slug, o.Slug, o.Number, o.Title, o.Theme,
                new SessionTime(o.When.Precision, o.When.Date, o.When.LastDate, o.When.LocalStart, o.When.Zone, o.When.Start, o.When.End))));

    /// <summary>Talks that went to another public session, and are there still.</summary>
    public static Func<SessionsDb, Guid, IAsyncEnumerable<GoneTalk>> Gone { get; } = Compiled.Many((SessionsDb db, Guid id) => db.TalkMoves.Where(m => m.FromSessionId == id)
        .Join(db.Appearances, m => m.AppearanceId, a => a.Id, (m, a) => a).Where(a => a.SessionId != id && a.State != AppearanceState.Declined)
        .Join(db.Sessions, a => a.SessionId, s => s.Id, (a, s) => new { a, s }).Where(x => x.s.PublishedAt != null && x.s.Series!.PublishedAt != null && x.s.CancelledAt == null)
        .Select(x => new GoneTalk(x.a.State, x.a.Person!.Name, x.a.Talk.Title, x.s.Series!.Slug, x.s.Slug, x.s.Number, x.s.Title, x.s.Theme,
            new SessionTime(x.s.When.Precision, x.s.When.Date, x.s.When.LastDate, x.s.When.LocalStart, x.s.When.Zone, x.s.When.Start, x.s.When.End))));

    public static Func<SessionsDb, Guid, IAsyncEnumerable<ShownRecording>> Recordings { get; } = Compiled.Many((SessionsDb db, Guid id) => db.Recordings.ShownToAll()
        .Where(r => r.SessionId == id).OrderBy(r => r.CreatedAt)
        .Select(ShownRecording.Of));

    public static Func<SessionsDb, Guid, IAsyncEnumerable<ShownCaptions>> Captions { get; } = Compiled.Many((SessionsDb db, Guid id) => db.CaptionTracks
        .Where(t => db.Recordings.ShownToAll().Any(r => r.Id == t.RecordingId && r.SessionId == id)).OrderBy(t => t.Language)
        .Select(t => new ShownCaptions(t.RecordingId, t.Language)));

    public static Func<SessionsDb, Guid, IAsyncEnumerable<FileUseTotal>> Uses { get; } = Compiled.Many((SessionsDb db, Guid id) => db.FileUses
        .Where(u => db.Recordings.ShownToAll().Any(r => (r.FileId == u.FileId || r.AudioId == u.FileId) && r.SessionId == id))
        .GroupBy(u => new { u.FileId, u.Kind }).Select(g => new FileUseTotal(g.Key.FileId, g.Key.Kind, g.Sum(u => u.Times))));

    public static Func<SessionsDb, Guid, IAsyncEnumerable<ShownResource>> Resources { get; } = Compiled.Many((SessionsDb db, Guid id) => db.Resources.ShownToAll()
        .Where(r => r.SessionId == id).OrderBy(r => r.CreatedAt)
        // What is closed is named, and nothing of it leaves the house; nor does a file of what is shared.
        .Select(r => new ShownResource(r.Id, r.Title, r.Access == ResourceAccess.Closed ? null : r.Url,
            r.File == null || r.Access != ResourceAccess.Open ? null : new ShownFile(r.File.Id, r.File.Name, r.File.MediaType, r.File.Length), r.Licence, r.Credit)
        {
            Chosen = r.Kind,
            Author = r.Author,
            Organisation = r.Organisation,
            Source = r.Source,
            Access = r.Access,
            Contact = r.Contact,
            Language = r.Language,
            Since = r.ReplacedAt ?? r.CreatedAt,
        }));

    /// <summary>Newest first.</summary>
    public static Func<SessionsDb, Guid, IAsyncEnumerable<ShownVersion>> Versions { get; } = Compiled.Many((SessionsDb db, Guid id) => db.ResourceVersions
        .Where(v => v.Access == ResourceAccess.Open && db.Resources.ShownToAll().Any(r => r.Id == v.ResourceId && r.SessionId == id && r.Access == ResourceAccess.Open)).OrderByDescending(v => v.Number)
        .Select(v => new ShownVersion(v.ResourceId, v.Number, v.Since, v.File == null ? null : v.File.Name, v.File == null ? null : v.File.Length)));

    public static Func<SessionsDb, Guid, Task<ShownWriteUp?>> WriteUp { get; } = Compiled.One((SessionsDb db, Guid id) => db.WriteUps
        .Where(w => w.SessionId == id && (w.Text != null || w.Url != null))
        .Select(w => new ShownWriteUp(w.Text, w.Url, w.PublishedOn)).FirstOrDefault());
}

internal sealed record SessionHead(Session Session, string SeriesSlug, string SeriesName, int Hue, bool IsSample, Venue SeriesVenue,
    bool HasRecordings, bool HasResources, bool HasWriteUp, bool HasVersions, bool HasRunningOrder, bool HasPartners, bool HasLostTalks, bool HasForMembers, bool HasTakenDown);

internal sealed record GoneTalk(AppearanceState State, string? Name, string? Talk, string SeriesSlug, string Slug, int? Number, string? Title, string? Theme, SessionTime When);

internal sealed record Speaking(AppearanceState State, string? Name, string? Slug, string? Line, string? Title, string? Abstract, AppearanceRole Role, string? PhotoTag, bool HasPage, string? Pronouns);
