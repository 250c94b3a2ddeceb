using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.People;

namespace Sessions.Scheduling;

/// <summary>Making and changing series.</summary>
public sealed class SeriesService
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal SeriesService(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>The creator becomes its host. The page is public at once; it says that no date is planned.</summary>
    /// <returns>The new series' id and slug.</returns>
    public async Task<Answer<NewSeries, SeriesRefusal>> Create(Actor who, SeriesForm form)
    {
        if (!who.May(Act.CreateSeries)) return SeriesRefusal.NotAllowed;
        if (SeriesRules.Check(form) is { } no) return no;
        var wanted = Slug.From(string.IsNullOrWhiteSpace(form.Slug) ? form.Hashtag ?? form.Name! : form.Slug);
        if (wanted.Length == 0) return SeriesRefusal.SlugUnreadable;
        return await _database.Write<Answer<NewSeries, SeriesRefusal>>(async db =>
        {
            var taken = (await db.Series.Where(s => s.Slug.StartsWith(wanted)).Select(s => s.Slug).ToListAsync()).ToHashSet();
            if (!string.IsNullOrWhiteSpace(form.Slug) && taken.Contains(wanted)) return SeriesRefusal.SlugTaken;
            var now = _time.Now();
            var series = new Series { Slug = Slug.Free(wanted, taken.Contains), Name = "", Zone = form.Zone, CreatedAt = now, PublishedAt = now };
            SeriesRules.Apply(form, series);
            db.Add(series);
            db.Add(new HostGrant { PersonId = who.PersonId, SeriesId = series.Id, Role = Role.Host, CreatedAt = now });
            db.Add(new AuditEntry { At = now, ActorId = who.PersonId, SeriesId = series.Id, Text = $"Made the series \"{series.Name}\"" });
            return new NewSeries(series.Id, series.Slug);
        });
    }

    /// <summary>Keeps what is typed on the planning screen; empty text forgets it.</summary>
    public Task<SeriesRefusal?> SaveDraft(Actor who, Guid seriesId, string? typed) => _database.Write<SeriesRefusal?>(async db =>
    {
        if (!who.May(Act.PlanSessions, seriesId)) return SeriesRefusal.NotAllowed;
        if (!await db.Series.AnyAsync(s => s.Id == seriesId)) return SeriesRefusal.NotFound;
        var text = TypedText.Lines(typed);
        var draft = await db.PlanDrafts.FirstOrDefaultAsync(d => d.SeriesId == seriesId && d.PersonId == who.PersonId);
        if (text is null && draft is not null) db.Remove(draft);
        else if (draft is not null) (draft.Text, draft.SavedAt) = (text!, _time.Now());
        else if (text is not null)
            db.Add(new PlanDraft { SeriesId = seriesId, PersonId = who.PersonId, Text = text, SavedAt = _time.Now() });
        return null;
    });
}

public sealed record NewSeries(Guid Id, string Slug);
