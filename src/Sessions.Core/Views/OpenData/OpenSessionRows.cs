using Microsoft.EntityFrameworkCore;
using Sessions.Archive;
using Sessions.Archive.Chapters;
using Sessions.Data;
using Sessions.Scheduling;
using Sessions.Speakers;

namespace Sessions.Views.OpenData;

/// <summary>Some sessions with all that belongs to them, in six questions.</summary>
internal static class OpenSessionRows
{
    /// <returns>In no order.</returns>
    public static async Task<List<OpenSession>> Read(SessionsDb db, IReadOnlyCollection<Guid> ids)
    {
        var sessions = await Sessions(db, ids);
        var speakers = (await db.Appearances.Where(a => ids.Contains(a.SessionId) && a.State != AppearanceState.Declined).OrderBy(a => a.Position)
            .Select(a => new { a.SessionId, a.State, a.Person!.Name, Slug = a.Person.Address == null || a.Person.ShowsPage ? a.Person.Slug : null, Line = a.Line ?? a.Person.Line, a.Role, a.Talk.Title, a.Talk.Abstract }).ToListAsync())
            .Where(a => SessionRows.IsCertain(a.State, a.Name))
            .ToLookup(a => a.SessionId, a => new OpenSpeaker(a.Name!, a.Slug, a.Line, a.Role, a.Title, a.Abstract));
        var captions = (await db.CaptionTracks.Where(t => db.Recordings.ShownToAll().Any(r => r.Id == t.RecordingId && ids.Contains(r.SessionId))).OrderBy(t => t.Language)
            .Select(t => new { t.RecordingId, t.Language }).ToListAsync()).ToLookup(t => t.RecordingId, t => t.Language);
        var recordings = await Recordings(db, ids);
        var resources = await Resources(db, ids);
        var writeUps = await db.WriteUps.Where(w => ids.Contains(w.SessionId) && (w.Text != null || w.Url != null))
            .ToDictionaryAsync(w => w.SessionId, w => new OpenWriteUp(w.Text, w.Url, w.PublishedOn, w.UpdatedAt));
        return sessions.ConvertAll(s => s with
        {
            Speakers = [.. speakers[s.Id]],
            Recordings = [.. recordings[s.Id].Select(r => r with { Captions = [.. captions[r.Id]] })],
            Resources = [.. resources[s.Id]],
            WriteUp = writeUps.GetValueOrDefault(s.Id),
        });
    }

    // Column by column: for a whole complex property EF makes the whole entity.
    private static Task<List<OpenSession>> Sessions(SessionsDb db, IReadOnlyCollection<Guid> ids) => db.Published().Where(s => ids.Contains(s.Id))
        .Select(s => new OpenSession(s.Id, s.Series!.Slug, s.Series.Name, s.Slug, s.Number, s.Title, s.Theme, s.Kind,
            new SessionTime(s.When.Precision, s.When.Date, s.When.LastDate, s.When.LocalStart, s.When.Zone, s.When.Start, s.When.End),
            s.CancelledAt, s.CancelledBecause, s.MovedAt, s.MovedFrom, s.Announcement, s.OwnVenue.Address ?? s.Series.Venue.Address,
            s.OwnVenue.StreamLink ?? s.Series.Venue.StreamLink, s.PublishedAt!.Value, s.ChangedAt ?? s.PublishedAt!.Value)).ToListAsync();

    private static async Task<ILookup<Guid, OpenItem>> Recordings(SessionsDb db, IReadOnlyCollection<Guid> ids) =>
        (await db.Recordings.ShownToAll().Where(r => ids.Contains(r.SessionId)).OrderBy(r => r.CreatedAt).ThenBy(r => r.Id)
            .Select(r => new
            {
                r.SessionId,
                r.Chapters,
                Item = new OpenItem(r.Id, r.Title, r.Url,
                    r.File == null ? null : new OpenFile(r.File.Id, r.File.Name, r.File.MediaType, r.File.Length, r.File.Sha256), r.Licence, r.Credit, r.CreatedAt)
                {
                    Seconds = r.Seconds,
                    Poster = r.Poster == null ? null : new OpenFile(r.Poster.Id, r.Poster.Name, r.Poster.MediaType, r.Poster.Length, r.Poster.Sha256),
                    Audio = r.Audio == null ? null : new OpenFile(r.Audio.Id, r.Audio.Name, r.Audio.MediaType, r.Audio.Length, r.Audio.Sha256),
                },
            }).ToListAsync()).ToLookup(r => r.SessionId, r => r.Chapters is { } text ? r.Item with { Chapters = ChapterReader.Read(text).Chapters } : r.Item);

    private static async Task<ILookup<Guid, OpenItem>> Resources(SessionsDb db, IReadOnlyCollection<Guid> ids) =>
        (await db.Resources.ShownToAll().Where(r => ids.Contains(r.SessionId)).OrderBy(r => r.CreatedAt).ThenBy(r => r.Id)
            .Select(r => new
            {
                r.SessionId,
                // What is closed is named, and nothing of it leaves the house; nor does a file of what is shared.
                Item = new OpenItem(r.Id, r.Title, r.Access == ResourceAccess.Closed ? null : r.Url,
                    r.File == null || r.Access != ResourceAccess.Open ? null : new OpenFile(r.File.Id, r.File.Name, r.File.MediaType, r.File.Length, r.File.Sha256), r.Licence, r.Credit, r.CreatedAt)
                {
                    Facts = new(r.Kind, r.Author, r.Organisation, r.Source, r.Access, r.Language),
                },
            }).ToListAsync()).ToLookup(r => r.SessionId, r => r.Item);
}
