using NodaTime;
using Sessions.Archive;
using Sessions.Archive.Chapters;
using Sessions.Scheduling;
using Sessions.Speakers;

namespace Sessions.Views.OpenData;

/// <summary>
/// The public record of a session: what anybody may see on its page, and nothing else. Rooms, addresses of people, drafts and what
/// waits for consent have no place in it.
/// </summary>
/// <param name="MovedFrom">Local time in the session's zone before the last move.</param>
/// <param name="Address">Where it takes place in person.</param>
/// <param name="StreamLink">Open to anyone.</param>
/// <param name="ChangedAt">The last change of what calendars show.</param>
public sealed record OpenSession(
    Guid Id,
    string SeriesSlug,
    string SeriesName,
    string Slug,
    int? Number,
    string? Title,
    string? Theme,
    SessionKind Kind,
    SessionTime When,
    Instant? CancelledAt,
    string? CancelledBecause,
    Instant? MovedAt,
    LocalDateTime? MovedFrom,
    string? Announcement,
    string? Address,
    string? StreamLink,
    Instant PublishedAt,
    Instant ChangedAt)
{
    public string Path => $"/series/{SeriesSlug}/{Slug}";

    /// <summary>Who is on the programme for certain, in its order.</summary>
    public IReadOnlyList<OpenSpeaker> Speakers { get; init; } = [];

    public IReadOnlyList<OpenItem> Recordings { get; init; } = [];

    public IReadOnlyList<OpenItem> Resources { get; init; } = [];

    public OpenWriteUp? WriteUp { get; init; }
}

/// <param name="Slug">Of the speaker's own page.</param>
/// <param name="Line">Role and organisation on that day.</param>
public sealed record OpenSpeaker(string Name, string? Slug, string? Line, AppearanceRole Role, string? TalkTitle, string? Abstract);

/// <summary>A recording or a resource: a file of ours or a link to somewhere else, never both.</summary>
/// <param name="Licence">SPDX identifier or one of <see cref="Archive.Licences"/>.</param>
public sealed record OpenItem(Guid Id, string? Title, string? Url, OpenFile? File, string? Licence, string? Credit, Instant AddedAt)
{
    /// <summary>Languages, of a recording alone; see <see cref="Archive.Captions.CaptionLanguage"/>.</summary>
    public IReadOnlyList<string> Captions { get; init; } = [];

    /// <summary>Of a recording alone.</summary>
    public IReadOnlyList<Chapter> Chapters { get; init; } = [];

    /// <summary>How long a recording plays; null where that is not known.</summary>
    public int? Seconds { get; init; }

    /// <summary>Of a recording alone.</summary>
    public OpenFile? Poster { get; init; }

    /// <summary>Of a recording alone: its sound, where it is more than sound.</summary>
    public OpenFile? Audio { get; init; }

    /// <summary>All of ours that belongs to it.</summary>
    public IEnumerable<OpenFile> Files => new[] { File, Poster, Audio }.OfType<OpenFile>();

    /// <summary>Of a resource alone.</summary>
    public OpenFacts? Facts { get; init; }
}

/// <summary>What a resource is. Whom to ask for what is not open stands on the page alone: it may be somebody's address.</summary>
/// <param name="Chosen">Null is guessed.</param>
public sealed record OpenFacts(ResourceKind? Chosen, string? Author, string? Organisation, string? Source, ResourceAccess Access, string? Language);

/// <param name="Length">Bytes.</param>
/// <param name="Sha256">Lower-case hex.</param>
public sealed record OpenFile(Guid Id, string Name, string MediaType, long Length, string Sha256);

/// <param name="Text">Markdown.</param>
public sealed record OpenWriteUp(string? Text, string? Url, LocalDate? PublishedOn, Instant UpdatedAt);
