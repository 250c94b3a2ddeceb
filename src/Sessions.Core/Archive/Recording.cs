using NodaTime;

namespace Sessions.Archive;

/// <summary>What was recorded of a session: a file of ours, or a link to somewhere else.</summary>
internal sealed class Recording : ITakenDown
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid SessionId { get; set; }

    public Guid? FileId { get; init; }

    public StoredFile? File { get; init; }

    public string? Url { get; init; }

    public string? Title { get; set; }

    /// <summary>SPDX identifier, or one of <see cref="Licences"/>.</summary>
    public string? Licence { get; set; }

    public string? Credit { get; set; }

    /// <summary>The appearance whose link handed it in; null for a host.</summary>
    public Guid? AppearanceId { get; init; }

    /// <summary>Shown on the session's page; a speaker's recording waits for the speaker's consent.</summary>
    public bool IsPublic { get; set; }

    /// <summary>See <see cref="ShownRows"/> for what follows from it.</summary>
    public RecordingAudience Audience { get; set; }

    /// <summary>Of its own link; raising it closes those that were passed on.</summary>
    public int LinkGeneration { get; set; }

    /// <summary>As <see cref="Chapters.ChapterReader"/> writes them.</summary>
    public string? Chapters { get; set; }

    /// <summary>How long it plays; null while nobody knows. This and what follows is found out and made by <see cref="Media.MediaJob"/>.</summary>
    public int? Seconds { get; set; }

    /// <summary>Of its picture, in pixels; null for sound alone.</summary>
    public int? Width { get; set; }

    public int? Height { get; set; }

    /// <summary>A picture out of it, shown wherever it is shown and nowhere else.</summary>
    public Guid? PosterId { get; set; }

    public StoredFile? Poster { get; init; }

    /// <summary>Its sound alone, likewise.</summary>
    public Guid? AudioId { get; set; }

    public StoredFile? Audio { get; init; }

    public Instant? TakenDownAt { get; set; }

    public TakedownReason? TakenDownBecause { get; set; }

    public required Instant CreatedAt { get; init; }
}
