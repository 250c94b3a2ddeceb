using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;

namespace Sessions.Views;

/// <param name="Series">Names of the series they are a host of.</param>
/// <param name="SeenAt">Last use of any sign-in that is still open; null without one.</param>
public sealed record HostFacts(Guid Id, string Name, string? Address, bool IsAdmin, IReadOnlyList<string> Series, Instant? SeenAt, Instant? DisabledAt);

/// <summary>Everybody who may come into the console.</summary>
public sealed class HostsView
{
    private readonly Database _database;

    internal HostsView(Database database) => _database = database;

    /// <summary>Null for those who may not see it.</summary>
    public async Task<IReadOnlyList<HostFacts>?> Read(Actor who)
    {
        if (!who.May(Act.DisablePerson)) return null;
        await using var db = _database.Read();
        var grants = await db.HostGrants.Join(db.People, g => g.PersonId, p => p.Id, (g, p) => new { Grant = g, Person = p })
            .Select(x => new
            {
                x.Person.Id,
                x.Person.Name,
                x.Person.Address,
                x.Person.DisabledAt,
                x.Grant.Role,
                Series = db.Series.Where(s => s.Id == x.Grant.SeriesId).Select(s => s.Name).FirstOrDefault(),
            }).ToListAsync();
        var seen = await db.SignIns.Where(s => s.EndedAt == null).GroupBy(s => s.PersonId).Select(g => new { g.Key, At = g.Max(s => s.SeenAt) }).ToDictionaryAsync(s => s.Key, s => s.At);
        return [.. grants.GroupBy(g => g.Id).Select(own => (own, first: own.First()))
            .Select(x => new HostFacts(x.own.Key, x.first.Name ?? x.first.Address ?? "", x.first.Address, x.own.Any(g => g.Role == Role.Admin),
                [.. x.own.Select(g => g.Series).OfType<string>().Order(StringComparer.Ordinal)], seen.TryGetValue(x.own.Key, out var at) ? at : null, x.first.DisabledAt))
            .OrderBy(h => h.Name, StringComparer.OrdinalIgnoreCase).ThenBy(h => h.Id)];
    }
}
