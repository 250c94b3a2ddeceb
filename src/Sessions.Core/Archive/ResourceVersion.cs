using NodaTime;

namespace Sessions.Archive;

/// <summary>What a resource was before something newer took its place.</summary>
internal sealed class ResourceVersion
{
    /// <summary>Of one resource; far above any real one.</summary>
    public const int Most = 50;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ResourceId { get; init; }

    public Resource? Resource { get; init; }

    /// <summary>Counted from 1.</summary>
    public required int Number { get; init; }

    public Guid? FileId { get; init; }

    public StoredFile? File { get; init; }

    public string? Url { get; init; }

    /// <summary>Who could have it while it was the newest; what the resource became later opens no older version.</summary>
    public required ResourceAccess Access { get; init; }

    /// <summary>When it was the newest first.</summary>
    public required Instant Since { get; init; }
}
