namespace Sessions.Outbox;

/// <summary>Wakes after a commit that owes mail.</summary>
public sealed class OutboxSignal : CommitSignal;

/// <summary>Wakes after a commit that owes mail which goes before all other: a rush of sign-ups does not wake for each of them who has nothing to send.</summary>
public sealed class UrgentSignal : CommitSignal;

/// <summary>Wakes after a commit that has something to tell many.</summary>
public sealed class NoticeSignal : CommitSignal;
