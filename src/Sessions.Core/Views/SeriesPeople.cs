using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;
using Sessions.People;

namespace Sessions.Views;

/// <summary>Who comes to every session of a series, and who follows it.</summary>
public sealed class SeriesPeople
{
    public const int PageSize = 200;

    private readonly Database _database;

    internal SeriesPeople(Database database) => _database = database;

    /// <returns>Null when there is no such series, or none whose people this reader may see.</returns>
    public async Task<SeriesPeopleFacts?> Read(Actor who, string slug, int skip = 0)
    {
        await using var db = _database.Read();
        var series = await db.Series.Where(s => s.Slug == slug).Select(s => new { s.Id, s.Name, s.Zone }).FirstOrDefaultAsync();
        if (series is null || !who.May(Act.ReadAttendees, series.Id)) return null;
        var inFull = who.May(Act.SeeAddresses, series.Id);
        var all = db.Standing.Where(s => s.SeriesId == series.Id && s.LeftAt == null);
        var rows = await all.OrderBy(s => s.Order).Skip(Math.Max(0, skip)).Take(PageSize)
            .Select(s => new { s.PersonId, s.Person!.Name, s.Person.Address, s.JoinedAt }).ToListAsync();
        return new(series.Name, series.Zone, await all.CountAsync(), await db.Followers.CountAsync(f => f.SeriesId == series.Id && f.StoppedAt == null),
            rows.ConvertAll(r => new StandingPerson(r.PersonId, r.Name, inFull ? r.Address : EmailAddress.Masked(r.Address), r.JoinedAt)));
    }
}

/// <param name="Standing">How many come to every session.</param>
/// <param name="People">Those of this page, in the order in which they are placed.</param>
public sealed record SeriesPeopleFacts(string Series, string Zone, int Standing, int Followers, IReadOnlyList<StandingPerson> People);

/// <param name="Address">As much of it as the reader may see.</param>
public sealed record StandingPerson(Guid PersonId, string? Name, string? Address, Instant JoinedAt);
