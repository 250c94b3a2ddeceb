using Sessions.Outbox;

namespace Sessions.Web.Jobs;

/// <summary>Something done again and again, never beside itself.</summary>
/// <param name="Name">As logs say it.</param>
/// <param name="Every">From the end of one run to the start of the next.</param>
/// <param name="Run">Does what is due now and ends.</param>
public sealed record RepeatingJob(string Name, TimeSpan Every, Func<CancellationToken, Task> Run)
{
    /// <summary>Starts at once, too, when this is raised.</summary>
    public CommitSignal? Wakes { get; init; }

    /// <summary>How long after the start it runs first: what nobody waits for stays out of the way of the first pages.</summary>
    public TimeSpan First { get; init; }
}
