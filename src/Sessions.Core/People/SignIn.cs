using NodaTime;

namespace Sessions.People;

/// <summary>One device that somebody signed in with; the cookie there names it, and ending it ends that cookie.</summary>
internal sealed class SignIn
{
    public const int LongestDevice = 100;

    /// <summary>As long as the cookie lives without being used.</summary>
    public static readonly Duration Life = Duration.FromDays(30);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PersonId { get; init; }

    /// <summary>What the browser says of itself, in words: "Firefox on Windows".</summary>
    public required string Device { get; init; }

    public required Instant CreatedAt { get; init; }

    /// <summary>Last use, to the hour.</summary>
    public required Instant SeenAt { get; set; }

    public Instant? EndedAt { get; private set; }

    public void End(Instant now) => EndedAt ??= now;
}
