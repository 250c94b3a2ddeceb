using NodaTime;

namespace Sessions.People;

internal enum OneTimePurpose
{
    SignIn = 1,
    SetUp = 2,

    /// <summary>Fresh proof that an address is somebody's own: shows and erases what is kept of them.</summary>
    OwnData = 3,
}

/// <summary>256 random bits sent once; only their SHA-256 is kept, for ten minutes at most (a set-up link: until used).</summary>
internal sealed class OneTimeLink
{
    public static readonly Duration Life = Duration.FromMinutes(10);

    /// <summary>Whoever asks again and again is sent one mail a minute.</summary>
    public static readonly Duration Pause = Duration.FromMinutes(1);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required byte[] Hash { get; init; }

    public required OneTimePurpose Purpose { get; init; }

    public Guid? PersonId { get; init; }

    public Instant? ExpiresAt { get; init; }

    public Instant? UsedAt { get; set; }

    public bool IsOpen(Instant now) => UsedAt is null && (ExpiresAt is null || now < ExpiresAt);
}
