using Microsoft.EntityFrameworkCore;
using Sessions.Data;

namespace Sessions.People;

public sealed class HostQueries
{
    private readonly Database _database;

    internal HostQueries(Database database) => _database = database;

    /// <summary>Who this is and what rights they hold now; null when the sign-in was revoked or no right is left.</summary>
    public async Task<Actor?> Actor(Guid personId, int generation)
    {
        await using var db = _database.Read();
        var person = await db.People.Where(p => p.Id == personId && p.SignInGeneration == generation)
            .Select(p => new { p.Id, p.Name, p.Address }).FirstOrDefaultAsync();
        if (person is null) return null;
        var grants = await db.HostGrants.Where(g => g.PersonId == personId).Select(g => new { g.Role, g.SeriesId }).ToListAsync();
        return grants.Count == 0 ? null : new(person.Id, person.Name ?? person.Address ?? "",
            grants.Exists(g => g.Role == Role.Admin), grants.Exists(g => g.Role == Role.Host),
            In(Role.Host))
        { Helps = In(Role.Helper) };

        HashSet<Guid> In(Role role) => [.. grants.Where(g => g.Role == role && g.SeriesId is not null).Select(g => g.SeriesId!.Value)];
    }
}
