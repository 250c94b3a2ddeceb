using NodaTime;

namespace Sessions.Archive;

/// <summary>Slides, data, a link: what belongs to a session beside its recording.</summary>
internal sealed class Resource : ITakenDown
{
    public const int LongestName = 200;
    public const int LongestSource = 500;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid SessionId { get; set; }

    public Guid? FileId { get; set; }

    public StoredFile? File { get; set; }

    public string? Url { get; set; }

    public required string Title { get; set; }

    /// <summary>Null leaves it to <see cref="ResourceKinds.Guess"/>.</summary>
    public ResourceKind? Kind { get; set; }

    public string? Author { get; set; }

    public string? Organisation { get; set; }

    /// <summary>Where it comes from: an address, or words.</summary>
    public string? Source { get; set; }

    public ResourceAccess Access { get; set; }

    /// <summary>Whom to ask for what is not open: a name, or an address.</summary>
    public string? Contact { get; set; }

    /// <summary>See <see cref="Captions.CaptionLanguage"/>.</summary>
    public string? Language { get; set; }

    /// <summary>The day on which a host looks whether it still holds.</summary>
    public LocalDate? ReviewBy { get; set; }

    /// <summary>SPDX identifier, or one of <see cref="Licences"/>.</summary>
    public string? Licence { get; set; }

    public string? Credit { get; set; }

    /// <summary>The appearance whose link handed it in; null for a host.</summary>
    public Guid? AppearanceId { get; init; }

    /// <summary>Shown on the session's page; a speaker's file waits for the speaker's consent.</summary>
    public bool IsPublic { get; set; }

    public Instant? TakenDownAt { get; set; }

    public TakedownReason? TakenDownBecause { get; set; }

    public required Instant CreatedAt { get; init; }

    /// <summary>Since when this is its newest version; null while it is the first.</summary>
    public Instant? ReplacedAt { get; set; }
}
