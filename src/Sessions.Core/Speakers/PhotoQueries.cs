using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;

namespace Sessions.Speakers;

public sealed class PhotoQueries
{
    private readonly Database _database;
    private readonly StandingLinks _links;

    internal PhotoQueries(Database database, StandingLinks links) => (_database, _links) = (database, links);

    /// <summary>Of somebody who is named on a public programme, or accepted to be; null otherwise, and for one that was replaced.</summary>
    public async Task<byte[]?> Public(string slug, string tag)
    {
        await using var db = _database.Read();
        return await db.Photos.Where(photo => db.People.Any(p => p.Id == photo.PersonId && p.Slug == slug && p.PhotoTag == tag)
                && db.Appearances.Any(a => a.PersonId == photo.PersonId && (a.State == AppearanceState.Named || a.State == AppearanceState.Accepted)
                    && db.Sessions.Any(s => s.Id == a.SessionId && s.PublishedAt != null && s.Series!.PublishedAt != null)))
            .Select(photo => photo.Bytes).FirstOrDefaultAsync();
    }

    /// <summary>One's own, seen or not.</summary>
    public async Task<byte[]?> Own(string token, Instant now)
    {
        await using var db = _database.Read();
        if (await SpeakerLinkRows.Open(db, _links, token, now) is not { Person.Id: var person }) return null;
        return await db.Photos.Where(p => p.PersonId == person).Select(p => p.Bytes).FirstOrDefaultAsync();
    }
}
