using NodaTime;

namespace Sessions.Outbox;

public enum OutboxState
{
    Waiting = 1,

    /// <summary>Composed and claimed by a delivery that has not answered yet.</summary>
    Sending = 2,
    Sent = 3,

    /// <summary>Refused for good (5xx), or the last try ran out.</summary>
    Failed = 4,

    /// <summary>A later message made it needless, or its time passed.</summary>
    Dropped = 5,
}

/// <summary>A mail that is owed: an intent until the claim, exact bytes after it.</summary>
internal sealed class OutboxMessage
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Unique: the same intent twice is one row.</summary>
    public required string Key { get; init; }

    /// <summary>Names the composer.</summary>
    public required string Kind { get; init; }

    /// <summary>What the composer needs to find its facts: the id of a registration, an appearance, a link.</summary>
    public required Guid SubjectId { get; init; }

    public required Guid PersonId { get; init; }

    public required string Recipient { get; init; }

    public Guid? SeriesId { get; init; }

    public Guid? SessionId { get; init; }

    /// <summary>A later row of the same topic supersedes an unsent one.</summary>
    public string? Topic { get; init; }

    /// <summary>0 is the sign-in lane, ahead of all others.</summary>
    public required int Lane { get; init; }

    /// <summary>A one-time secret that only this mail may carry; cleared once sent.</summary>
    public string? Secret { get; set; }

    public OutboxState State { get; set; } = OutboxState.Waiting;

    public required Instant DueAt { get; set; }

    public required Instant ExpiresAt { get; init; }

    public int Attempts { get; set; }

    /// <summary>Until then nobody else takes it; a crash frees it by time.</summary>
    public Instant? ClaimedUntil { get; set; }

    public string? LastError { get; set; }

    public string? Subject { get; set; }

    public string? MessageId { get; set; }

    public Instant? SentAt { get; set; }

    public Instant CreatedAt { get; init; }

    public OutboxBody? Body { get; set; }
}

/// <summary>The bytes of a composed message, apart from the row so that lists stay light.</summary>
internal sealed class OutboxBody
{
    public required Guid Id { get; init; }

    public required byte[] Bytes { get; set; }

    /// <summary>What a host reads: plain text with secret link targets masked.</summary>
    public required string Preview { get; set; }
}
