using Microsoft.EntityFrameworkCore;
using Sessions.Data;

namespace Sessions.People;

/// <summary>From a person to what they may do now.</summary>
internal static class ActorRows
{
    /// <returns>Null where the person is shut out or has no right left.</returns>
    public static async Task<Actor?> Read(SessionsDb db, Guid personId)
    {
        var person = await db.People.Where(p => p.Id == personId && p.DisabledAt == null).Select(p => new { p.Name, p.Address }).FirstOrDefaultAsync();
        if (person is null) return null;
        var grants = await db.HostGrants.Where(g => g.PersonId == personId).Select(g => new { g.Role, g.SeriesId }).ToListAsync();
        return grants.Count == 0 ? null : new(personId, person.Name ?? person.Address ?? "", grants.Exists(g => g.Role == Role.Admin), grants.Exists(g => g.Role == Role.Host), In(Role.Host))
        { Helps = In(Role.Helper) };

        HashSet<Guid> In(Role role) => [.. grants.Where(g => g.Role == role && g.SeriesId is not null).Select(g => g.SeriesId!.Value)];
    }
}
