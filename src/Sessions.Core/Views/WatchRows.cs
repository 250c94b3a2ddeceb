using Microsoft.EntityFrameworkCore;
using Sessions.Archive;
using Sessions.Data;
using Sessions.People;
using Sessions.Registrations;

namespace Sessions.Views;

/// <summary>Who may watch what is not for everybody.</summary>
internal static class WatchRows
{
    /// <summary>The session of a recording for members, if this visitor is one: in the session or in every session of its series.</summary>
    /// <param name="token">Of their personal page.</param>
    public static async Task<bool> IsMember(SessionsDb db, StandingLinks links, string? token, Guid sessionId)
    {
        if (await PersonalLinkRows.Open(db, links, token, LinkPurpose.My) is not { BlockedAt: null } person) return false;
        return await db.Sessions.AnyAsync(s => s.Id == sessionId && s.PublishedAt != null && s.Series!.PublishedAt != null
            && (db.Registrations.Any(r => r.SessionId == s.Id && r.PersonId == person.Id && r.State != RegistrationState.Withdrawn)
                || db.Standing.Any(o => o.SeriesId == s.SeriesId && o.PersonId == person.Id && o.LeftAt == null)));
    }

    public static async Task<List<TakenDownItem>> TakenDown(SessionsDb db, Guid sessionId) =>
    [
        .. (await db.Recordings.TakenFromAll().Where(r => r.SessionId == sessionId).Select(r => new TakenDownItem(ArchiveKind.Recording, r.TakenDownAt!.Value)).ToListAsync())
            .Concat(await db.Resources.TakenDown().Where(r => r.SessionId == sessionId).Select(r => new TakenDownItem(ArchiveKind.Resource, r.TakenDownAt!.Value)).ToListAsync())
            .OrderByDescending(i => i.At),
    ];

    public static async Task<List<ShownRecording>> Read(IQueryable<Recording> recordings, bool forMembers) =>
        (await recordings.OrderBy(r => r.CreatedAt).Select(ShownRecording.Of).ToListAsync()).ConvertAll(r => r with { IsForMembers = forMembers });

    public static Task<List<ShownCaptions>> Captions(SessionsDb db, IQueryable<Recording> recordings) => db.CaptionTracks.Where(t => recordings.Any(r => r.Id == t.RecordingId))
        .OrderBy(t => t.Language).Select(t => new ShownCaptions(t.RecordingId, t.Language)).ToListAsync();

    /// <summary>Its file, its poster or its audio version, sent with no leave to keep it.</summary>
    public static Task<FileToSend?> File(SessionsDb db, IQueryable<Recording> recordings, Guid id, string name) =>
        db.Files.Where(f => f.Name == name && recordings.Any(r => r.Id == id && (r.FileId == f.Id || r.PosterId == f.Id || r.AudioId == f.Id)))
            .Select(f => new FileToSend(f.Id, f.Name, f.MediaType, f.Sha256, f.CreatedAt, false)).FirstOrDefaultAsync();
}
