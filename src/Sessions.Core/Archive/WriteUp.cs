using NodaTime;

namespace Sessions.Archive;

/// <summary>What came of a session: our own text, or where it was published.</summary>
internal sealed class WriteUp
{
    /// <summary>Characters; some thirty printed pages.</summary>
    public const int LongestText = 100_000;

    public required Guid SessionId { get; init; }

    /// <summary>Markdown; HTML in it is text.</summary>
    public string? Text { get; set; }

    /// <summary>A write-up that stands elsewhere.</summary>
    public string? Url { get; set; }

    public LocalDate? PublishedOn { get; set; }

    public required Instant UpdatedAt { get; set; }
}
