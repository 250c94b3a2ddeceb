using Microsoft.EntityFrameworkCore;
using Sessions.Archive;
using Sessions.Archive.Warnings;
using Sessions.Data;
using Sessions.People;
using Sessions.Speakers;

namespace Sessions.Views;

/// <summary>A place of a session's public page.</summary>
public enum TextPlace
{
    Title = 1,
    Announcement = 2,
    Address = 3,
    StreamLink = 4,
    RunningOrder = 5,
    Speaker = 6,
    Talk = 7,
    WriteUp = 8,
    Recording = 9,
    Resource = 10,
}

/// <param name="Of">The speaker, talk, part or thing; null where the place says it all.</param>
/// <param name="Found">The words, as they stand there; empty for a licence that is missing.</param>
public sealed record PlacedWarning(WarningKind Kind, TextPlace Place, string? Of, string Found);

/// <summary>Everything that a session's page says or is about to say, looked through once more.</summary>
public sealed class PublicTexts
{
    private readonly Database _database;

    internal PublicTexts(Database database) => _database = database;

    /// <summary>What a host should look at; empty without the right to change it.</summary>
    public async Task<IReadOnlyList<PlacedWarning>> Warnings(Actor who, Guid sessionId)
    {
        await using var db = _database.Read();
        if (!await db.MaySeeArchive(who, sessionId)) return [];
        return [.. (await Read(db, sessionId)).SelectMany(t => PublicTextRule.Look(t.Words).Select(w => new PlacedWarning(w.Kind, t.Place, t.Of, w.Found))).Distinct(), .. await Unlicensed(db, sessionId)];
    }

    private static async Task<List<Text>> Read(SessionsDb db, Guid id)
    {
        var session = await db.Sessions.Where(s => s.Id == id).Select(s => new { s.Title, s.Theme, s.Announcement, s.OwnVenue, s.Series!.Venue }).SingleAsync();
        var venue = session.Venue.With(session.OwnVenue);
        var texts = new List<Text>
        {
            new(TextPlace.Title, null, session.Title),
            new(TextPlace.Title, null, session.Theme),
            new(TextPlace.Announcement, null, session.Announcement),
            new(TextPlace.Address, null, venue.Address),
            new(TextPlace.StreamLink, null, venue.StreamLink),
        };
        foreach (var a in await db.Appearances.Where(a => a.SessionId == id && a.State != AppearanceState.Declined).OrderBy(a => a.Position)
            .Select(a => new { a.Person!.Name, Line = a.Line ?? a.Person.Line, a.Person.Bio, a.Talk.Title, a.Talk.Abstract }).ToListAsync())
        {
            texts.AddRange([new(TextPlace.Speaker, a.Name, a.Name), new(TextPlace.Speaker, a.Name, a.Line), new(TextPlace.Speaker, a.Name, a.Bio)]);
            texts.AddRange([new(TextPlace.Talk, a.Title ?? a.Name, a.Title), new(TextPlace.Talk, a.Title ?? a.Name, a.Abstract)]);
        }

        texts.AddRange((await db.RunningOrder.Where(i => i.SessionId == id && i.Title != null).Select(i => i.Title).ToListAsync()).Select(t => new Text(TextPlace.RunningOrder, null, t)));
        if (await db.WriteUps.Where(w => w.SessionId == id).Select(w => new { w.Text, w.Url }).FirstOrDefaultAsync() is { } written)
            texts.AddRange([new(TextPlace.WriteUp, null, written.Text), new(TextPlace.WriteUp, null, written.Url)]);
        foreach (var r in await db.Recordings.ShownToAll().Where(r => r.SessionId == id).OrderBy(r => r.CreatedAt).Select(r => new { r.Title, r.Url, r.Credit }).ToListAsync())
            texts.AddRange(new[] { r.Title, r.Url, r.Credit }.Select(t => new Text(TextPlace.Recording, r.Title, t)));
        foreach (var r in await db.Resources.ShownToAll().Where(r => r.SessionId == id).OrderBy(r => r.CreatedAt).ToListAsync())
            texts.AddRange(new[] { r.Title, r.Access == ResourceAccess.Closed ? null : r.Url, r.Author, r.Organisation, r.Credit, r.Source, r.Contact }.Select(t => new Text(TextPlace.Resource, r.Title, t)));
        return texts;
    }

    private static async Task<IEnumerable<PlacedWarning>> Unlicensed(SessionsDb db, Guid id)
    {
        var recordings = await db.Recordings.ShownToAll().Where(r => r.SessionId == id && r.Licence == null).OrderBy(r => r.CreatedAt).Select(r => r.Title ?? (r.File == null ? r.Url : r.File.Name)).ToListAsync();
        var resources = await db.Resources.ShownToAll().Where(r => r.SessionId == id && r.Licence == null && r.Access != ResourceAccess.Closed).OrderBy(r => r.CreatedAt).Select(r => r.Title).ToListAsync();
        return recordings.Select(t => new PlacedWarning(WarningKind.LicenceMissing, TextPlace.Recording, t, "")).Concat(resources.Select(t => new PlacedWarning(WarningKind.LicenceMissing, TextPlace.Resource, t, "")));
    }

    private sealed record Text(TextPlace Place, string? Of, string? Words);
}
