using Sessions.Outbox;

namespace Sessions.Scheduling;

/// <summary>Wakes open run sheets after a commit that changes a running order, or which of its parts is on.</summary>
public sealed class RunningOrderSignal : CommitSignal;
