using NodaTime;

namespace Sessions.People;

/// <summary>A key to the API: acts as its person, never wider.</summary>
internal sealed class ApiToken
{
    public const int LongestName = 100;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PersonId { get; init; }

    public Person? Person { get; init; }

    /// <summary>What it is for, in its owner's words.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the secret, which nobody keeps.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>Opens this series alone; null is all of its person's.</summary>
    public Guid? SeriesId { get; init; }

    public bool IsReadOnly { get; init; }

    public required Instant CreatedAt { get; init; }

    /// <summary>To the minute or so: written in batches.</summary>
    public Instant? LastUsedAt { get; set; }

    public Instant? RevokedAt { get; set; }
}
