using Microsoft.EntityFrameworkCore;
using Sessions.Data;

namespace Sessions.People;

public sealed class HostQueries
{
    private readonly Database _database;
    private readonly SignInsSeen _seen;

    internal HostQueries(Database database, SignInsSeen seen) => (_database, _seen) = (database, seen);

    /// <summary>Who this is and what rights they hold now; null when the sign-in was ended, the person disabled, or no right is left.</summary>
    public async Task<Actor?> Actor(Guid signInId)
    {
        await using var db = _database.Read();
        var person = await db.SignIns.Where(s => s.Id == signInId && s.EndedAt == null)
            .Join(db.People, s => s.PersonId, p => p.Id, (s, p) => p).Where(p => p.DisabledAt == null)
            .Select(p => new { p.Id, p.Name, p.Address }).FirstOrDefaultAsync();
        if (person is null) return null;
        _seen.Note(signInId);
        var grants = await db.HostGrants.Where(g => g.PersonId == person.Id).Select(g => new { g.Role, g.SeriesId }).ToListAsync();
        return grants.Count == 0 ? null : new(person.Id, person.Name ?? person.Address ?? "",
            grants.Exists(g => g.Role == Role.Admin), grants.Exists(g => g.Role == Role.Host),
            In(Role.Host))
        { SignInId = signInId, Helps = In(Role.Helper) };

        HashSet<Guid> In(Role role) => [.. grants.Where(g => g.Role == role && g.SeriesId is not null).Select(g => g.SeriesId!.Value)];
    }
}
