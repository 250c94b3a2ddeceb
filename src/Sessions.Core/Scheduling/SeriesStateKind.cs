namespace Sessions.Scheduling;

public enum SeriesStateKind
{
    Running = 0,

    /// <summary>No new dates until it is resumed.</summary>
    Paused = 1,

    /// <summary>No new dates any more.</summary>
    Ended = 2,
}
