using Sessions.Archive;
using Sessions.Data;
using Sessions.People;
using Sessions.Speakers;

namespace Sessions.Views;

/// <summary>What the speakers of a session agreed to, beside what they handed in.</summary>
public sealed class SpokenConsents
{
    private readonly Database _database;

    internal SpokenConsents(Database database) => _database = database;

    /// <summary>Latest first; empty without the right to see it.</summary>
    public async Task<(IReadOnlyList<ConsentLine> Record, IReadOnlyList<ArchiveItem> Items)> Read(Actor who, Guid sessionId)
    {
        await using var db = _database.Read();
        if (!await db.MaySeeArchive(who, sessionId)) return ([], []);
        var items = await ArchiveQueries.Items(db, sessionId, null);
        return (await ConsentQueries.Lines(db, db.Appearances.Where(a => a.SessionId == sessionId).Select(a => a.Id)), [.. items.Where(i => i.AppearanceId is not null)]);
    }
}
