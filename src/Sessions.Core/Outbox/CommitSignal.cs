namespace Sessions.Outbox;

/// <summary>Wakes whoever waits after a commit. Only a nudge: what another process writes is found by looking now and then.</summary>
public abstract class CommitSignal
{
    private TaskCompletionSource _next = New();

    /// <summary>Ends with the next nudge. Take it before looking: what is written meanwhile is then not slept over.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    internal void Raise() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
