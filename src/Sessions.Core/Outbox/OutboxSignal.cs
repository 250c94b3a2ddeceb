namespace Sessions.Outbox;

/// <summary>Wakes the jobs after a commit that owes mail.</summary>
public sealed class OutboxSignal : CommitSignal;
