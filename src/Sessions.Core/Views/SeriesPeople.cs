using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;
using Sessions.People;
using Sessions.Registrations;

namespace Sessions.Views;

/// <summary>Who comes to every session of a series, and who follows it.</summary>
public sealed class SeriesPeople
{
    public const int PageSize = 200;

    private readonly Database _database;

    internal SeriesPeople(Database database) => _database = database;

    /// <returns>Null when there is no such series, or none whose people this reader may see.</returns>
    public async Task<SeriesPeopleFacts?> Read(Actor who, string slug, Instant now, int skip = 0)
    {
        await using var db = _database.Read();
        var series = await db.Series.Where(s => s.Slug == slug).Select(s => new { s.Id, s.Name, s.Zone }).FirstOrDefaultAsync();
        if (series is null || !who.May(Act.ReadAttendees, series.Id)) return null;
        var inFull = who.May(Act.SeeAddresses, series.Id);
        var all = db.Standing.Where(s => s.SeriesId == series.Id && s.LeftAt == null);
        var rows = await all.OrderBy(s => s.Order).Skip(Math.Max(0, skip)).Take(PageSize)
            .Select(s => new { s.PersonId, s.Person!.Name, s.Person.Address, s.JoinedAt }).ToListAsync();
        return new(series.Name, series.Zone, await all.CountAsync(), await db.Followers.CountAsync(f => f.SeriesId == series.Id && f.StoppedAt == null),
            rows.ConvertAll(r => new StandingPerson(r.PersonId, r.Name, inFull ? r.Address : EmailAddress.Masked(r.Address), r.JoinedAt)), await Turnout(db, series.Id, now))
        { MayWrite = who.May(Act.SendMessage, series.Id) };
    }

    private static async Task<Turnout> Turnout(SessionsDb db, Guid seriesId, Instant now)
    {
        var places = db.Registrations.Where(r => r.Session!.SeriesId == seriesId && r.State == RegistrationState.Confirmed && r.Session.When.End < now && r.Session.CancelledAt == null);
        var came = places.Where(r => r.JoinedAt != null || r.TickedAt != null);
        var last = await came.OrderByDescending(r => r.Session!.When.Start).Select(r => (Guid?)r.SessionId).FirstOrDefaultAsync();
        return new(await places.CountAsync(), await came.CountAsync(), await came.GroupBy(r => r.PersonId).CountAsync(g => g.Count() >= Views.Turnout.Regular),
            await came.CountAsync(r => r.SessionId == last && !came.Any(o => o.PersonId == r.PersonId && o.SessionId != last)));
    }
}

/// <param name="Standing">How many come to every session.</param>
/// <param name="People">Those of this page, in the order in which they are placed.</param>
public sealed record SeriesPeopleFacts(string Series, string Zone, int Standing, int Followers, IReadOnlyList<StandingPerson> People, Turnout Turnout)
{
    /// <summary>This reader may send them a message.</summary>
    public bool MayWrite { get; init; }
}

/// <summary>How many of those with a place came to the sessions that were held.</summary>
/// <param name="Regulars">Came at least <see cref="Regular"/> times.</param>
/// <param name="NewFaces">Came to the last one for the first time.</param>
public sealed record Turnout(int Places, int Came, int Regulars, int NewFaces)
{
    public const int Regular = 3;

    /// <summary>In percent; null before the first.</summary>
    public int? ShowRate => Places == 0 ? null : (int)Math.Round(100.0 * Came / Places);
}

/// <param name="Address">As much of it as the reader may see.</param>
public sealed record StandingPerson(Guid PersonId, string? Name, string? Address, Instant JoinedAt);
