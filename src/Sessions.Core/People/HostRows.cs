using Sessions.Data;

namespace Sessions.People;

internal static class HostRows
{
    /// <summary>Whom mail about a series reaches: its hosts, or the admins where it has none.</summary>
    public static IQueryable<Person> HostsToTell(this SessionsDb db, Guid? seriesId)
    {
        var of = db.HostGrants.Where(g => g.SeriesId == seriesId && g.Role == Role.Host);
        return db.People.Where(p => p.Address != null && p.BlockedAt == null && p.DisabledAt == null
            && (of.Any(g => g.PersonId == p.Id) || (!of.Any() && db.HostGrants.Any(g => g.PersonId == p.Id && g.Role == Role.Admin))));
    }
}
