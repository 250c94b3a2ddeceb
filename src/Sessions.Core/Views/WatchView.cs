using Microsoft.EntityFrameworkCore;
using Sessions.Archive;
using Sessions.Archive.Captions;
using Sessions.Data;
using Sessions.People;

namespace Sessions.Views;

/// <summary>Recordings that are not for everybody: by their own link, or for people who are signed up.</summary>
public sealed class WatchView
{
    private readonly Database _database;
    private readonly StandingLinks _links;

    internal WatchView(Database database, StandingLinks links) => (_database, _links) = (database, links);

    /// <summary>Null for a link that is not open.</summary>
    public async Task<WatchedByLink?> ByLink(string token)
    {
        await using var db = _database.Read();
        if (await Linked(db, token) is not { } id) return null;
        var session = await db.Sessions.Where(s => db.Recordings.Any(r => r.Id == id && r.SessionId == s.Id))
            .Select(s => new { s.Title, s.Theme, s.Number, s.Slug, s.When, s.Series!.Hue, SeriesSlug = s.Series.Slug, SeriesName = s.Series.Name }).FirstAsync();
        var shown = db.Recordings.ShownByLink().Where(r => r.Id == id);
        return new(new(session.SeriesSlug, session.Slug, session.Number, session.Title, session.Theme, session.When), session.SeriesName, session.Hue,
            (await WatchRows.Read(shown, forMembers: false)).SingleOrDefault(), await WatchRows.Captions(db, shown));
    }

    public async Task<Watched<FileToSend>> FileByLink(string token, string name)
    {
        await using var db = _database.Read();
        if (await Linked(db, token) is not { } id) return default;
        return await WatchRows.File(db, db.Recordings.ShownByLink(), id, name) is { } file ? new(file, false) : new(null, await WatchRows.File(db, db.Recordings.TakenDown(), id, name) is not null);
    }

    public async Task<Watched<CaptionText>> CaptionsByLink(string token, string language)
    {
        await using var db = _database.Read();
        if (await Linked(db, token) is not { } id) return default;
        return await CaptionQueries.Of(db, db.Recordings.ShownByLink(), id, language) is { } text ? new(text, false) : new(null, await IsTakenDown(db, id));
    }

    public async Task<Watched<string>> ChaptersByLink(string token)
    {
        await using var db = _database.Read();
        if (await Linked(db, token) is not { } id) return default;
        return await db.Recordings.ShownByLink().Where(r => r.Id == id).Select(r => r.Chapters).FirstOrDefaultAsync() is { } text ? new(text, false) : new(null, await IsTakenDown(db, id));
    }

    /// <summary>What a member sees on the session's page beside what all see.</summary>
    public async Task<(IReadOnlyList<ShownRecording> Recordings, IReadOnlyList<ShownCaptions> Captions)> ForMember(string token, Guid sessionId)
    {
        await using var db = _database.Read();
        if (!await WatchRows.IsMember(db, _links, token, sessionId)) return ([], []);
        var shown = db.Recordings.ShownToMembers().Where(r => r.SessionId == sessionId);
        return (await WatchRows.Read(shown, forMembers: true), await WatchRows.Captions(db, shown));
    }

    /// <param name="token">Of the visitor's personal page; null for anybody.</param>
    public async Task<Watched<FileToSend>> FileForMember(string? token, Guid recordingId, string name)
    {
        await using var db = _database.Read();
        if (!await IsMember(db, token, recordingId)) return default;
        return await WatchRows.File(db, db.Recordings.ShownToMembers(), recordingId, name) is { } file ? new(file, false) : new(null, await IsTakenDown(db, recordingId));
    }

    /// <inheritdoc cref="FileForMember" path="/param" />
    public async Task<Watched<CaptionText>> CaptionsForMember(string? token, Guid recordingId, string language)
    {
        await using var db = _database.Read();
        if (!await IsMember(db, token, recordingId)) return default;
        return await CaptionQueries.Of(db, db.Recordings.ShownToMembers(), recordingId, language) is { } text ? new(text, false) : new(null, await IsTakenDown(db, recordingId));
    }

    /// <inheritdoc cref="FileForMember" path="/param" />
    public async Task<Watched<string>> ChaptersForMember(string? token, Guid recordingId)
    {
        await using var db = _database.Read();
        if (!await IsMember(db, token, recordingId)) return default;
        return await db.Recordings.ShownToMembers().Where(r => r.Id == recordingId).Select(r => r.Chapters).FirstOrDefaultAsync() is { } text ? new(text, false) : new(null, await IsTakenDown(db, recordingId));
    }

    private async Task<bool> IsMember(SessionsDb db, string? token, Guid recordingId) =>
        await db.Recordings.Where(r => r.Id == recordingId && r.Audience == RecordingAudience.Members).Select(r => (Guid?)r.SessionId).FirstOrDefaultAsync() is { } sessionId
        && await WatchRows.IsMember(db, _links, token, sessionId);

    /// <summary>The recording of an open link, shown or taken down.</summary>
    private async Task<Guid?> Linked(SessionsDb db, string token)
    {
        if (StandingLinks.ClaimedId(token) is not { } id) return null;
        var row = await db.Recordings.Where(r => r.Id == id && r.Audience == RecordingAudience.WithLink && db.Sessions.Any(s => s.Id == r.SessionId && s.PublishedAt != null && s.Series!.PublishedAt != null)
            && (db.Recordings.ShownByLink().Any(o => o.Id == r.Id) || db.Recordings.TakenDown().Any(o => o.Id == r.Id))).Select(r => new { r.LinkGeneration }).FirstOrDefaultAsync();
        return row is not null && _links.Fits(token, LinkPurpose.Watch, id, row.LinkGeneration) ? id : null;
    }

    private static Task<bool> IsTakenDown(SessionsDb db, Guid id) => db.Recordings.TakenDown().AnyAsync(r => r.Id == id);
}

/// <param name="IsTakenDown">It was there.</param>
public readonly record struct Watched<T>(T? What, bool IsTakenDown) where T : class;

/// <param name="Recording">Null where it was taken down.</param>
public sealed record WatchedByLink(NextSession Session, string SeriesName, int Hue, ShownRecording? Recording, IReadOnlyList<ShownCaptions> Captions);
