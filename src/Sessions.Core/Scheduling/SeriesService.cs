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
}

public sealed record NewSeries(Guid Id, string Slug);
