using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;

namespace Sessions.Scheduling;

public sealed class TeamQueries
{
    private readonly Database _database;

    internal TeamQueries(Database database) => _database = database;

    /// <summary>Hosts first; null when there is no such series, or not for this reader.</summary>
    public async Task<Team?> Read(Actor who, string slug)
    {
        await using var db = _database.Read();
        var series = await db.Series.Where(s => s.Slug == slug).Select(s => new { s.Id, s.Name }).FirstOrDefaultAsync();
        if (series is null || !who.May(Act.InviteHost, series.Id)) return null;
        var members = await (from grant in db.HostGrants
                             join person in db.People on grant.PersonId equals person.Id
                             where grant.SeriesId == series.Id
                             orderby grant.Role, grant.CreatedAt
                             select new TeamMember(person.Id, person.Name, person.Address, grant.Role, grant.CreatedAt, person.ProvenAt != null)).ToListAsync();
        return new(series.Id, series.Name, members);
    }
}

public sealed record Team(Guid SeriesId, string Series, IReadOnlyList<TeamMember> Members);

/// <param name="HasAnswered">Opened a link that was mailed to this address, at some time.</param>
public sealed record TeamMember(Guid PersonId, string? Name, string? Address, Role Role, Instant Since, bool HasAnswered);
