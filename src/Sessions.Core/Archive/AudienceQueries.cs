using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.People;

namespace Sessions.Archive;

/// <summary>The links of recordings that stand nowhere else.</summary>
public sealed class AudienceQueries
{
    private readonly Database _database;
    private readonly StandingLinks _links;

    internal AudienceQueries(Database database, StandingLinks links) => (_database, _links) = (database, links);

    /// <summary>Token by recording, of those with such an audience; null without the right to change it.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>?> Links(Actor who, Guid sessionId)
    {
        await using var db = _database.Read();
        if (await db.EditableArchive(who, sessionId) is null) return null;
        return (await db.Recordings.Where(r => r.SessionId == sessionId && r.Audience == RecordingAudience.WithLink).Select(r => new { r.Id, r.LinkGeneration }).ToListAsync())
            .ToDictionary(r => r.Id, r => _links.Token(LinkPurpose.Watch, r.Id, r.LinkGeneration));
    }
}
