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

    /// <summary>What the planning screen starts from.</summary>
    public async Task<PlanStart?> PlanStart(Actor who, string slug, Instant now)
    {
        await using var db = _database.Read();
        var series = await db.Series.FirstOrDefaultAsync(s => s.Slug == slug);
        if (series is null || !who.May(Act.PlanSessions, series.Id)) return null;
        var draft = await db.PlanDrafts.FirstOrDefaultAsync(d => d.SeriesId == series.Id && d.PersonId == who.PersonId);
        var number = await db.Sessions.Where(s => s.SeriesId == series.Id).MaxAsync(s => s.Number);
        var counts = number is not null || !await db.Sessions.AnyAsync(s => s.SeriesId == series.Id);
        var from = now - Duration.FromDays(1);
        var taken = await db.Sessions.Where(s => s.When.Start > from && s.CancelledAt == null)
            .Select(s => new TakenSlot(s.SeriesId, s.Series!.Name, s.When.Start!.Value, s.When.End!.Value, s.PublishedAt != null)).ToListAsync();
        return new(series.Id, series.Slug, series.Name, RecurrencePlan.Of(SeriesForm.Of(series)), series.DurationMinutes,
            series.State, series.Capacity, counts ? (number ?? 0) + 1 : null, draft?.Text, draft?.SavedAt, taken);
    }
}

public sealed record SeriesLine(Guid Id, string Slug, string Name, int Hue, string Zone, string? Rule, bool IsSample, int Sessions, Instant? Next);

/// <param name="Slug">Last part of its page's address.</param>
public sealed record SeriesPlace(Guid Id, string Slug);

/// <param name="Revision">Rises with each change.</param>
public sealed record SeriesToEdit(Guid Id, string Slug, SeriesForm Form, int Revision);

/// <summary>An hour that is taken, in any series.</summary>
public sealed record TakenSlot(Guid SeriesId, string Series, Instant Start, Instant End, bool IsPublished);

/// <param name="NextNumber">Null where the series does not count its sessions.</param>
public sealed record PlanStart(Guid SeriesId, string Slug, string Name, RecurrencePlan Plan,
    int DurationMinutes, SeriesStateKind State, int? Capacity, int? NextNumber, string? Draft, Instant? DraftSavedAt, IReadOnlyList<TakenSlot> Taken);
