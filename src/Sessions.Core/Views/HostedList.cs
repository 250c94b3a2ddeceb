using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.People;

namespace Sessions.Views;

/// <summary>The sessions of one series, page by page, as their hosts see them.</summary>
public sealed class HostedList
{
    private readonly Database _database;

    internal HostedList(Database database) => _database = database;

    /// <summary>Soonest first; empty for those who may not see it.</summary>
    public async Task<HostedPage> Read(Actor who, Guid seriesId, int skip, int take)
    {
        await using var db = _database.Read();
        var sessions = db.HostedBy(who).Where(s => s.SeriesId == seriesId);
        return new(await db.ListHosted(sessions.Soonest().Skip(skip).Take(take)), await sessions.CountAsync());
    }
}

/// <param name="Total">Of all pages.</param>
public sealed record HostedPage(IReadOnlyList<HostedSession> Sessions, int Total);
