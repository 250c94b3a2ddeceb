namespace Sessions.Outbox;

/// <summary>Wakes the jobs after a commit that owes mail. Only a nudge: what another process owes is found by looking now and then.</summary>
public sealed class OutboxSignal
{
    private TaskCompletionSource _next = New();

    /// <summary>Ends with the next nudge. Take it before looking for work: what is owed meanwhile is then not slept over.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    internal void Raise() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
