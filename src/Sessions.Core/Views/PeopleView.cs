using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Speakers;

namespace Sessions.Views;

/// <summary>Everybody whom the reader's series have met, by name or address.</summary>
public sealed class PeopleView
{
    public const int PageSize = 50;

    private readonly Database _database;

    internal PeopleView(Database database) => _database = database;

    /// <param name="words">Part of a name or an address; empty is everybody, those seen last first.</param>
    public async Task<FoundPeople> Find(Actor who, string? words, int skip = 0)
    {
        await using var db = _database.Read();
        var people = Met(db, who);
        if (words?.Trim() is { Length: > 0 } word)
        {
            var low = word.ToLowerInvariant();
#pragma warning disable CA1862 // The database does it.
            people = people.Where(p => p.Address!.Contains(low) || p.Name!.ToLower().Contains(low) || p.Name.Contains(word));
#pragma warning restore CA1862
        }

        var count = await people.CountAsync();
        var rows = await people.OrderByDescending(p => p.CreatedAt).ThenBy(p => p.Id).Skip(Math.Max(0, skip)).Take(PageSize)
            .Select(p => new { p.Id, p.Name, p.Address, p.CreatedAt, IsBlocked = p.BlockedAt != null }).ToListAsync();
        var counts = await Counts(db, who, rows.ConvertAll(p => p.Id));
        return new(count, rows.ConvertAll(p => new FoundPerson(p.Id, p.Name, p.Address, p.CreatedAt, p.IsBlocked, counts.Places[p.Id], counts.Came[p.Id], counts.Talks[p.Id])));
    }

    private static IQueryable<Person> Met(SessionsDb db, Actor who)
    {
        var people = db.People.Where(p => p.ForgottenAt == null && p.MergedIntoId == null);
        if (who.IsAdmin) return people;
        var own = who.SeriesFor(Act.SeeAddresses);
        return people.Where(p => db.Registrations.Any(r => r.PersonId == p.Id && own.Contains(r.Session!.SeriesId)) || db.Standing.Any(s => s.PersonId == p.Id && own.Contains(s.SeriesId))
            || db.Followers.Any(f => f.PersonId == p.Id && own.Contains(f.SeriesId)) || db.Appearances.Any(a => a.PersonId == p.Id && db.Sessions.Any(s => s.Id == a.SessionId && own.Contains(s.SeriesId))));
    }

    private static async Task<(Lookup Places, Lookup Came, Lookup Talks)> Counts(SessionsDb db, Actor who, List<Guid> ids)
    {
        var (all, own) = (who.IsAdmin, who.SeriesFor(Act.SeeAddresses));
        var places = db.Registrations.Where(r => ids.Contains(r.PersonId) && r.State != RegistrationState.Withdrawn && (all || own.Contains(r.Session!.SeriesId)));
        var talks = db.Appearances.Where(a => ids.Contains(a.PersonId) && a.State != AppearanceState.Declined && (all || db.Sessions.Any(s => s.Id == a.SessionId && own.Contains(s.SeriesId))));
        return (new(await places.GroupBy(r => r.PersonId).ToDictionaryAsync(g => g.Key, g => g.Count())),
            new(await places.Where(r => r.JoinedAt != null || r.TickedAt != null).GroupBy(r => r.PersonId).ToDictionaryAsync(g => g.Key, g => g.Count())),
            new(await talks.GroupBy(a => a.PersonId).ToDictionaryAsync(g => g.Key, g => g.Count())));
    }

    private sealed class Lookup(Dictionary<Guid, int> counts)
    {
        public int this[Guid id] => counts.GetValueOrDefault(id);
    }
}

/// <param name="Count">On all pages.</param>
public sealed record FoundPeople(int Count, IReadOnlyList<FoundPerson> People);

/// <param name="Places">Sessions they signed up for and did not leave, in the reader's series.</param>
public sealed record FoundPerson(Guid Id, string? Name, string? Address, Instant Since, bool IsBlocked, int Places, int Came, int Talks);
