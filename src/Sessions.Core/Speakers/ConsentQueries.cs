using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;

namespace Sessions.Speakers;

/// <summary>The record of what speakers agreed to.</summary>
public sealed class ConsentQueries
{
    private readonly Database _database;

    internal ConsentQueries(Database database) => _database = database;

    /// <summary>Of everybody on a session's programme, latest first; empty without the right to see it.</summary>
    public async Task<IReadOnlyList<ConsentLine>> Of(Actor who, Guid sessionId)
    {
        await using var db = _database.Read();
        var seriesId = await db.Sessions.Where(s => s.Id == sessionId).Select(s => (Guid?)s.SeriesId).FirstOrDefaultAsync();
        if (seriesId is null || !who.May(Act.ReadSeries, seriesId.Value)) return [];
        return await Lines(db, db.Appearances.Where(a => a.SessionId == sessionId).Select(a => a.Id));
    }

    internal static async Task<IReadOnlyList<ConsentLine>> Lines(SessionsDb db, IQueryable<Guid> appearances) => await db.Consents.Where(c => appearances.Contains(c.AppearanceId))
        .OrderByDescending(c => c.At).ThenByDescending(c => c.Number)
        .Select(c => new ConsentLine(c.AppearanceId, c.To, c.ItemId, c.IsGiven, c.Wording, c.At, db.People.Where(p => p.Id == c.ById).Select(p => p.Name ?? p.Address).FirstOrDefault(), c.Note)).ToListAsync();
}

/// <param name="ItemId">The one file or link it is about; null is all of them.</param>
/// <param name="Wording">The sentence they agreed to, as it stood on the screen.</param>
/// <param name="By">The host who wrote it down; null where it came through the speaker's own link.</param>
public sealed record ConsentLine(Guid AppearanceId, ConsentTo To, Guid? ItemId, bool IsGiven, string Wording, Instant At, string? By, string? Note);
