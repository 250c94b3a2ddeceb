using NodaTime;

namespace Sessions.Outbox;

/// <summary>While this row is there, no mail of the series leaves. Sign-in mails belong to no series and always do.</summary>
internal sealed class MailPause
{
    public const int LongestWhy = 300;

    public required Guid SeriesId { get; init; }

    public required Guid ById { get; init; }

    public required Instant At { get; init; }

    public string? Why { get; init; }
}
