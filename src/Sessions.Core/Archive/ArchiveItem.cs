using NodaTime;
using Sessions.Archive.Links;
using Sessions.Files;

namespace Sessions.Archive;

public enum ArchiveKind
{
    Recording = 1,
    Resource = 2,
}

/// <summary>What a host or speaker says of a file or a link they hand in.</summary>
/// <param name="Title">Null takes the file's name.</param>
/// <param name="Licence">SPDX identifier or one of <see cref="Licences"/>; null is "not decided".</param>
/// <param name="Credit">The line that whoever reuses it must print.</param>
public sealed record ArchiveLabel(string? Title = null, string? Licence = null, string? Credit = null);

/// <summary>One recording or resource as its owners see it.</summary>
/// <param name="Url">A link to somewhere else; null for a file.</param>
/// <param name="AppearanceId">The speaker it came from; null for a host.</param>
public sealed record ArchiveItem(
    Guid Id,
    ArchiveKind Kind,
    string Title,
    string? Url,
    SavedFile? File,
    string? Licence,
    string? Credit,
    Guid? AppearanceId,
    bool IsPublic,
    Instant CreatedAt)
{
    /// <summary>How often its file was played on the public page; see <see cref="Counts.UseKind"/>.</summary>
    public int Plays { get; init; }

    public int Downloads { get; init; }

    /// <summary>Recordings and resources of one session together; far above any real one.</summary>
    public const int MostForSession = 200;

    public RecordingAudience Audience { get; init; }

    /// <summary>Of a recording, a line each.</summary>
    public string? Chapters { get; init; }

    public Instant? TakenDownAt { get; init; }

    public TakedownReason? TakenDownBecause { get; init; }

    /// <summary>Of a resource; null for a recording.</summary>
    public ResourceDetail? Detail { get; init; }

    /// <summary>What the last look at its address found; null for a file, and before the first look.</summary>
    public LinkFinding? Link { get; init; }

    /// <summary>As chosen, else as its name and place suggest.</summary>
    public ResourceKind ResourceKind => Detail?.Kind ?? ResourceKinds.Guess(File?.Name, Url);

    public const int LongestTitle = 300;
    public const int LongestCredit = 500;
}

/// <param name="Text">Markdown; HTML in it is text.</param>
public sealed record WriteUpText(string? Text, string? Url, LocalDate? PublishedOn, Instant UpdatedAt);

/// <summary>A file that may be sent, and how.</summary>
/// <param name="IsPublic">Anybody may have it, for as long as it is shown: whoever keeps it asks again before each use.</param>
public sealed record FileToSend(Guid Id, string Name, string MediaType, string Sha256, Instant CreatedAt, bool IsPublic)
{
    /// <summary>A picture that a page shows by itself: nobody asked for it, and it counts for nothing.</summary>
    public bool IsPoster { get; init; }
}
