using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;

namespace Sessions.Scheduling;

/// <summary>What the console asks about series.</summary>
public sealed class SeriesQueries
{
    private readonly Database _database;

    internal SeriesQueries(Database database) => _database = database;

    /// <summary>The series this person may work in, by name.</summary>
    public async Task<IReadOnlyList<SeriesLine>> Mine(Actor who, Instant now)
    {
        await using var db = _database.Read();
        var (all, own) = (who.MayEverywhere(Act.ReadSeries), who.SeriesFor(Act.ReadSeries));
        var rows = await db.Series.Where(s => all || own.Contains(s.Id)).OrderBy(s => s.Name)
            .Select(s => new SeriesLine(s.Id, s.Slug, s.Name, s.Hue, s.Zone, s.Rule, s.IsSample,
                db.Sessions.Count(x => x.SeriesId == s.Id),
                db.Sessions.Where(x => x.SeriesId == s.Id && x.CancelledAt == null && x.When.Start > now).Min(x => x.When.Start)))
            .ToListAsync();
        return rows;
    }

    /// <summary>By the last part of its page's address.</summary>
    public async Task<Guid?> Find(string slug)
    {
        await using var db = _database.Read();
        return await db.Series.Where(s => s.Slug == slug).Select(s => (Guid?)s.Id).FirstOrDefaultAsync();
    }

    /// <param name="name">The id, or the last part of its page's address.</param>
    public async Task<SeriesPlace?> Locate(string name)
    {
        await using var db = _database.Read();
        var found = Guid.TryParse(name, out var id) ? db.Series.Where(s => s.Id == id) : db.Series.Where(s => s.Slug == name);
        return await found.Select(s => new SeriesPlace(s.Id, s.Slug)).FirstOrDefaultAsync();
    }

    /// <summary>The series of a session.</summary>
    public async Task<SeriesPlace?> Of(Guid sessionId)
    {
        await using var db = _database.Read();
        return await db.Sessions.Where(s => s.Id == sessionId).Select(s => new SeriesPlace(s.SeriesId, s.Series!.Slug)).FirstOrDefaultAsync();
    }

    /// <summary>Null when it does not exist or is not this person's to edit.</summary>
    public async Task<SeriesToEdit?> ToEdit(Actor who, string slug)
    {
        await using var db = _database.Read();
        var series = await db.Series.FirstOrDefaultAsync(s => s.Slug == slug);
        return series is null || !who.May(Act.EditSeries, series.Id) ? null : new(series.Id, series.Slug, SeriesForm.Of(series), series.Revision);
    }
}

public sealed record SeriesLine(Guid Id, string Slug, string Name, int Hue, string Zone, string? Rule, bool IsSample, int Sessions, Instant? Next);

/// <param name="Slug">Last part of its page's address.</param>
public sealed record SeriesPlace(Guid Id, string Slug);

/// <param name="Revision">Rises with each change.</param>
public sealed record SeriesToEdit(Guid Id, string Slug, SeriesForm Form, int Revision);
