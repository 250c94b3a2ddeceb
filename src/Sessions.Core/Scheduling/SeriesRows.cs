using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;

namespace Sessions.Scheduling;

/// <summary>A new series inside a write.</summary>
internal static class SeriesRows
{
    /// <summary>The creator becomes its host. The page is public at once; it says that no date is planned.</summary>
    /// <param name="slug">Made from this where the form names none.</param>
    /// <param name="did">For the history; {0} is its name.</param>
    public static async Task<Answer<Series, SeriesRefusal>> Add(SessionsDb db, Actor who, SeriesForm form, string? slug, string did, Instant now)
    {
        if (SeriesRules.Check(form) is { } no) return no;
        var isChosen = !string.IsNullOrWhiteSpace(form.Slug);
        var wanted = Slug.From((isChosen ? form.Slug : slug) ?? form.Name!);
        if (wanted.Length == 0) return SeriesRefusal.SlugUnreadable;
        var taken = (await db.Series.Where(s => s.Slug.StartsWith(wanted)).Select(s => s.Slug).ToListAsync()).ToHashSet();
        if (isChosen && taken.Contains(wanted)) return SeriesRefusal.SlugTaken;
        var series = new Series { Slug = Slug.Free(wanted, taken.Contains), Name = "", Zone = form.Zone, CreatedAt = now, PublishedAt = now };
        SeriesRules.Apply(form, series);
        db.Add(series);
        db.Add(new HostGrant { PersonId = who.PersonId, SeriesId = series.Id, Role = Role.Host, CreatedAt = now });
        db.Add(new AuditEntry { At = now, ActorId = who.PersonId, SeriesId = series.Id, Text = string.Format(System.Globalization.CultureInfo.InvariantCulture, did, series.Name) });
        return series;
    }
}
