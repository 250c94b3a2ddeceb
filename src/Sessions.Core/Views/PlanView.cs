using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Views;

/// <param name="NextNumber">Null where the series does not count its sessions.</param>
/// <param name="Region">Whose public holidays are warned of; null is none.</param>
public sealed record PlanStart(Guid SeriesId, string Slug, string Name, RecurrencePlan Plan,
    int DurationMinutes, SeriesStateKind State, int? Capacity, int? NextNumber, string? Region, IReadOnlyList<TakenSlot> Taken);

/// <summary>What the planning screen starts from.</summary>
public sealed class PlanView
{
    private readonly Database _database;

    internal PlanView(Database database) => _database = database;

    /// <summary>Null when there is none, or none for this person to plan.</summary>
    public async Task<PlanStart?> Read(Actor who, string slug, Instant now)
    {
        await using var db = _database.Read();
        var series = await db.Series.FirstOrDefaultAsync(s => s.Slug == slug);
        if (series is null || !who.May(Act.PlanSessions, series.Id)) return null;
        var number = await db.Sessions.Where(s => s.SeriesId == series.Id).MaxAsync(s => s.Number);
        var counts = number is not null || !await db.Sessions.AnyAsync(s => s.SeriesId == series.Id);
        var taken = await TakenRows.From(db, who, now - Duration.FromDays(1));
        return new(series.Id, series.Slug, series.Name, RecurrencePlan.Of(SeriesForm.Of(series)), series.DurationMinutes,
            series.State, series.Capacity, counts ? (number ?? 0) + 1 : null, series.Region, taken);
    }
}
