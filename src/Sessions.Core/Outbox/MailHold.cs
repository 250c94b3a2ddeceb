using NodaTime;

namespace Sessions.Outbox;

/// <summary>While this row is there, no mail about its subject leaves: a host holds back one message to many, and the rest of the series' mail goes on.</summary>
internal sealed class MailHold
{
    /// <summary>As the mails name it.</summary>
    public required Guid SubjectId { get; init; }

    public required Guid ById { get; init; }

    public required Instant At { get; init; }
}
