using NodaTime;

namespace Sessions.Scheduling;

/// <summary>A series as a host fills it in, and whether it runs, at one moment: to go back there.</summary>
internal sealed record SeriesImage(Guid Id, SeriesForm Form, Instant? PausedAt, Instant? EndedAt, string? StateNote)
{
    public static SeriesImage Of(Series series) => new(series.Id, SeriesForm.Of(series), series.PausedAt, series.EndedAt, series.StateNote);
}
