using NodaTime;

namespace Sessions.Registrations;

/// <summary>What one person thought of a session, told behind the link in the mail after it.</summary>
internal sealed class Feedback
{
    public const int LongestComment = 2000;
    public const int Best = 5;

    public required Guid RegistrationId { get; init; }

    public required Guid SessionId { get; init; }

    /// <summary>1 to <see cref="Best"/>; null where only words were left.</summary>
    public int? Score { get; set; }

    public string? Comment { get; set; }

    public required Instant At { get; set; }
}
