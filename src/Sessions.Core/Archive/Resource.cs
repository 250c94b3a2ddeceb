using NodaTime;

namespace Sessions.Archive;

/// <summary>Slides, data, a link: what belongs to a session beside its recording.</summary>
internal sealed class Resource : ITakenDown
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid SessionId { get; set; }

    public Guid? FileId { get; init; }

    public StoredFile? File { get; init; }

    public string? Url { get; init; }

    public required string Title { get; set; }

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
}
