using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.People;

namespace Sessions.Invitations;

public sealed class WordingQueries
{
    private readonly Database _database;

    internal WordingQueries(Database database) => _database = database;

    /// <returns>Null when there is no such series, or not for this reader.</returns>
    public async Task<SeriesWording?> Read(Actor who, string slug)
    {
        await using var db = _database.Read();
        var series = await db.Series.Where(s => s.Slug == slug).Select(s => new { s.Id, s.Name }).FirstOrDefaultAsync();
        if (series is null || !who.May(Act.EditSeries, series.Id)) return null;
        return new(series.Id, series.Name, await db.Wordings.Where(w => w.SeriesId == series.Id).ToDictionaryAsync(w => w.Slot, w => w.Text));
    }
}

/// <param name="Own">By slot; those without words of the hosts are not in it.</param>
public sealed record SeriesWording(Guid SeriesId, string Series, IReadOnlyDictionary<string, string> Own);
