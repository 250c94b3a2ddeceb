using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.People;

namespace Sessions.Scheduling;

public sealed class PartnerQueries
{
    private readonly Database _database;

    internal PartnerQueries(Database database) => _database = database;

    /// <summary>All of a series, sponsors and partners, by name; null when it is not this person's to edit.</summary>
    public async Task<PartnersToEdit?> ToEdit(Actor who, string slug)
    {
        await using var db = _database.Read();
        var series = await db.Series.Where(s => s.Slug == slug).Select(s => new { s.Id, s.Name }).FirstOrDefaultAsync();
        if (series is null || !who.May(Act.EditSeries, series.Id)) return null;
        var rows = await db.Partners.Where(p => p.SeriesId == series.Id).OrderBy(p => p.Kind).ThenBy(p => p.Name).ToListAsync();
        return new(series.Id, series.Name, rows.ConvertAll(p => new PartnerToEdit(p.Id, new(p.Kind, p.Name, p.Url, p.What, p.From, p.To))));
    }
}

public sealed record PartnersToEdit(Guid SeriesId, string SeriesName, IReadOnlyList<PartnerToEdit> Partners);

public sealed record PartnerToEdit(Guid Id, PartnerForm Form);
