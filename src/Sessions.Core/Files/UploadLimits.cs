using NodaTime;

namespace Sessions.Files;

/// <param name="MaxBytes">Of one file.</param>
public sealed record UploadLimits(long MaxBytes)
{
    /// <summary>5 GiB, so that nobody whose system says "5 GB" is turned away.</summary>
    public const long Usual = 5L * 1024 * 1024 * 1024;

    /// <summary>Uploads leave this much of the disk free: a database may lie on the same one.</summary>
    public long Reserve { get; init; } = 256L * 1024 * 1024;

    /// <summary>How long a connection may be silent in the middle of a piece.</summary>
    public Duration Patience { get; init; } = Duration.FromSeconds(20);
}
