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

    /// <inheritdoc cref="SeriesRows.Add" />
    /// <returns>The new series' id and slug.</returns>
    public async Task<Answer<NewSeries, SeriesRefusal>> Create(Actor who, SeriesForm form)
    {
        if (!who.May(Act.CreateSeries)) return SeriesRefusal.NotAllowed;
        return await _database.Write<Answer<NewSeries, SeriesRefusal>>(async db =>
        {
            var made = await SeriesRows.Add(db, who, form, form.Hashtag, "Made the series \"{0}\"", _time.Now());
            return made.Value is { } series ? new NewSeries(series.Id, series.Slug) : made.No!.Value;
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
