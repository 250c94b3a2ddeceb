using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.People;

namespace Sessions.Scheduling;

/// <summary>A host's acts on the partners and sponsors of a series.</summary>
public sealed class PartnerService
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal PartnerService(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <param name="id">Null adds one.</param>
    public async Task<Answer<Guid, PartnerRefusal>> Save(Actor who, Guid seriesId, Guid? id, PartnerForm form)
    {
        if (!who.May(Act.EditSeries, seriesId)) return PartnerRefusal.NotAllowed;
        if (PartnerRules.Check(form) is { } no) return no;
        return await _database.Write<Answer<Guid, PartnerRefusal>>(async db =>
        {
            if (!await db.Series.AnyAsync(s => s.Id == seriesId)) return PartnerRefusal.NotFound;
            var now = _time.Now();
            var partner = id is null ? null : await db.Partners.FirstOrDefaultAsync(p => p.Id == id && p.SeriesId == seriesId);
            if (id is not null && partner is null) return PartnerRefusal.NotFound;
            if (partner is null)
            {
                if (await db.Partners.CountAsync(p => p.SeriesId == seriesId) >= PartnerRules.Most) return PartnerRefusal.TooMany;
                db.Add(partner = new Partner { SeriesId = seriesId, Kind = form.Kind, Name = "", CreatedAt = now });
            }

            PartnerRules.Apply(form, partner);
            db.Add(Note(who, partner, now, id is null ? "Named" : "Changed"));
            return partner.Id;
        }, RowLocks.Series(seriesId));
    }

    /// <summary>From every page at once. Somebody who stopped helping gets a last day instead, so that old pages stay true.</summary>
    public Task<PartnerRefusal?> Remove(Actor who, Guid id) => _database.Write<PartnerRefusal?>(async db =>
    {
        var partner = await db.Partners.FirstOrDefaultAsync(p => p.Id == id);
        if (partner is null) return PartnerRefusal.NotFound;
        if (!who.May(Act.EditSeries, partner.SeriesId)) return PartnerRefusal.NotAllowed;
        db.Remove(partner);
        db.Add(Note(who, partner, _time.Now(), "Removed"));
        return null;
    });

    private static AuditEntry Note(Actor who, Partner partner, NodaTime.Instant now, string what) => new()
    {
        At = now,
        ActorId = who.PersonId,
        SeriesId = partner.SeriesId,
        Text = $"{what} the {(partner.Kind == PartnerKind.Sponsor ? "sponsor" : "partner")} {partner.Name}",
    };
}
