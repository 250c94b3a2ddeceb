using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Views;

/// <param name="Minutes">Length of the session, or of the series' usual one.</param>
/// <param name="HasTemplate">There is something to copy.</param>
/// <param name="People">On the programme, in its order; empty for a template.</param>
public sealed record RunningOrderDesk(Guid Id, string SeriesSlug, string SeriesName, int Minutes, bool HasTemplate,
    IReadOnlyList<RunningOrderLine> Lines, IReadOnlyList<RunningOrderPerson> People);

public sealed record RunningOrderPerson(Guid AppearanceId, string Name, string? Talk);

/// <summary>What the two screens edit: a series' template and one session's running order.</summary>
public sealed class HostRunningOrder
{
    private readonly Database _database;

    internal HostRunningOrder(Database database) => _database = database;

    /// <summary>Null when there is none, or none for this reader.</summary>
    public async Task<RunningOrderDesk?> Template(Actor who, string slug)
    {
        await using var db = _database.Read();
        var series = await db.Series.Where(s => s.Slug == slug).Select(s => new { s.Id, s.Slug, s.Name, s.DurationMinutes }).FirstOrDefaultAsync();
        if (series is null || !who.May(Act.EditSeries, series.Id)) return null;
        var lines = await RunningOrderRows.Template(db, series.Id);
        return new(series.Id, series.Slug, series.Name, series.DurationMinutes, lines.Count > 0, lines, []);
    }

    /// <inheritdoc cref="Template" />
    public async Task<RunningOrderDesk?> OfSession(Actor who, Guid id)
    {
        await using var db = _database.Read();
        var session = await db.Sessions.Where(s => s.Id == id).Select(s => new { s.SeriesId, s.Series!.Slug, s.Series.Name, s.DurationMinutes }).FirstOrDefaultAsync();
        if (session is null || !who.May(Act.EditSession, session.SeriesId)) return null;
        var lines = (await RunningOrderRows.Of(db, session.SeriesId, id)).ConvertAll(i => new RunningOrderLine(i.Kind, i.Minutes, i.Title, i.AppearanceId));
        var people = await db.Appearances.Where(a => a.SessionId == id).OrderBy(a => a.Position)
            .Select(a => new RunningOrderPerson(a.Id, a.Person!.Name ?? a.Person.Address ?? "", a.Talk.Title)).ToListAsync();
        return new(id, session.Slug, session.Name, session.DurationMinutes,
            await db.RunningOrder.AnyAsync(i => i.SeriesId == session.SeriesId && i.SessionId == null), lines, people);
    }
}
