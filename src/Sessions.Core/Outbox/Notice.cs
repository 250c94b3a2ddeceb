using NodaTime;

namespace Sessions.Outbox;

/// <summary>One change that concerns many people; a job turns it into outbox rows, some at a time.</summary>
internal sealed class Notice
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Names the spreader.</summary>
    public required string Kind { get; init; }

    /// <summary>The session it is about.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>Changes of the same subject within this time become one message.</summary>
    public required Instant DueAt { get; set; }

    /// <summary>The last recipient done; null before the first chunk.</summary>
    public Guid? Cursor { get; set; }

    public Instant? DoneAt { get; set; }

    public Instant CreatedAt { get; init; }
}
