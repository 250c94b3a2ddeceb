using System.Linq.Expressions;
using NodaTime;
using Sessions.Archive;
using Sessions.Scheduling;
using Sessions.Speakers;

namespace Sessions.Views;

/// <summary>All that a session's public page says. The private room is no part of it.</summary>
/// <param name="MovedFrom">Local time in the session's zone before the last move.</param>
/// <param name="SpeakersOpen">How many were asked and have not answered; they are not named.</param>
/// <param name="StreamLink">Open to anyone.</param>
/// <param name="NextInSeries">The soonest other session ahead in the same series.</param>
public sealed record SessionFacts(
    Guid Id,
    Guid SeriesId,
    string SeriesSlug,
    string SeriesName,
    int Hue,
    bool IsSample,
    string Slug,
    int? Number,
    string? Title,
    string? Theme,
    SessionTime When,
    string? Announcement,
    string? Address,
    string? StreamLink,
    PlacesBand Band,
    Instant? CancelledAt,
    string? CancelledBecause,
    Instant? MovedAt,
    LocalDateTime? MovedFrom,
    bool SpeakersToBeConfirmed,
    int SpeakersOpen,
    IReadOnlyList<SessionSpeaker> Speakers,
    IReadOnlyList<ShownRecording> Recordings,
    IReadOnlyList<ShownResource> Resources,
    ShownWriteUp? WriteUp,
    NextSession? NextInSeries,
    bool IsOver,
    bool HasBegun,
    Instant? ValidUntil)
{
    public string Path => $"/series/{SeriesSlug}/{Slug}";

    public SessionKind Kind { get; init; }

    /// <summary>Those that readers told of and the hosts counted.</summary>
    public int ReportedUses { get; init; }

    /// <summary>Empty where the hour is not exact.</summary>
    public IReadOnlyList<ShownItem> RunningOrder { get; init; } = [];

    /// <summary>Of its recordings, by language.</summary>
    public IReadOnlyList<ShownCaptions> Captions { get; init; } = [];

    /// <summary>Of its files, as they were when this was read.</summary>
    public IReadOnlyList<Archive.Counts.FileUseSum> Uses { get; init; } = [];

    /// <summary>Of the session's own day.</summary>
    public IReadOnlyList<ShownPartner> Partners { get; init; } = [];

    /// <summary>That were to be given here.</summary>
    public IReadOnlyList<MovedTalk> MovedTalks { get; init; } = [];

    /// <summary>There is one that only people who are signed up may watch.</summary>
    public bool HasForMembers { get; init; }

    /// <summary>What stood here, latest first.</summary>
    public IReadOnlyList<TakenDownItem> TakenDown { get; init; } = [];

    public bool IsCancelled => CancelledAt is not null;
}

/// <param name="Speaker">Null where nobody has said yes in public.</param>
public sealed record MovedTalk(string? Speaker, string? Title, NextSession To);

/// <summary>Another session, as much as leads to it.</summary>
public sealed record NextSession(string SeriesSlug, string Slug, int? Number, string? Title, string? Theme, SessionTime When)
{
    public string Path => $"/series/{SeriesSlug}/{Slug}";
}

/// <param name="Slug">Of the speaker's own page.</param>
/// <param name="PhotoTag">Part of the photo's address; null without one.</param>
/// <param name="Line">Role and organisation on that day.</param>
public sealed record SessionSpeaker(string Name, string? Slug, string? Line, string? TalkTitle, string? Abstract, AppearanceRole Role = AppearanceRole.Speaker, string? PhotoTag = null)
{
    /// <summary>Their name leads to it.</summary>
    public bool HasPage { get; init; }

    public string? Pronouns { get; init; }
}

/// <summary>A file of ours or a link to somewhere else, never both.</summary>
/// <param name="Licence">SPDX identifier or one of <see cref="Archive.Licences"/>.</param>
public sealed record ShownRecording(Guid Id, string? Title, string? Url, ShownFile? File, string? Licence, string? Credit)
{
    internal static readonly Expression<Func<Archive.Recording, ShownRecording>> Of = r => new(r.Id, r.Title, r.Url,
        r.File == null ? null : new ShownFile(r.File.Id, r.File.Name, r.File.MediaType, r.File.Length), r.Licence, r.Credit)
    {
        ChapterText = r.Chapters,
        AddedAt = r.CreatedAt,
        Seconds = r.Seconds,
        Width = r.Width,
        Height = r.Height,
        Poster = r.Poster == null ? null : new ShownFile(r.Poster.Id, r.Poster.Name, r.Poster.MediaType, r.Poster.Length),
        Audio = r.Audio == null ? null : new ShownFile(r.Audio.Id, r.Audio.Name, r.Audio.MediaType, r.Audio.Length),
    };

    public Instant AddedAt { get; init; }

    /// <summary>Not of everybody: its file and captions have other addresses.</summary>
    public bool IsForMembers { get; init; }

    /// <summary>As they are kept.</summary>
    public string? ChapterText { get; init; }

    /// <summary>How long it plays; null where that is not known.</summary>
    public int? Seconds { get; init; }

    /// <summary>Of its picture, in pixels.</summary>
    public int? Width { get; init; }

    public int? Height { get; init; }

    public ShownFile? Poster { get; init; }

    /// <summary>Its sound alone, where it is more than sound.</summary>
    public ShownFile? Audio { get; init; }

    public IReadOnlyList<Archive.Chapters.Chapter> Chapters => ChapterText is null ? [] : Archive.Chapters.ChapterReader.Read(ChapterText).Chapters;
}

/// <summary>What was public once; why it is not is for its hosts.</summary>
public sealed record TakenDownItem(Archive.ArchiveKind Kind, Instant At);

/// <param name="Language">See <see cref="Archive.Captions.CaptionLanguage"/>.</param>
public sealed record ShownCaptions(Guid RecordingId, string Language);

/// <inheritdoc cref="ShownRecording" />
public sealed record ShownResource(Guid Id, string Title, string? Url, ShownFile? File, string? Licence, string? Credit)
{
    /// <summary>As chosen; null is guessed.</summary>
    public ResourceKind? Chosen { get; init; }

    public string? Author { get; init; }

    public string? Organisation { get; init; }

    public string? Source { get; init; }

    public ResourceAccess Access { get; init; }

    /// <summary>Whom to ask for what is not open.</summary>
    public string? Contact { get; init; }

    /// <summary>See <see cref="Archive.Captions.CaptionLanguage"/>.</summary>
    public string? Language { get; init; }

    /// <summary>When its newest version came.</summary>
    public Instant Since { get; init; }

    /// <summary>Older ones, newest first.</summary>
    public IReadOnlyList<ShownVersion> Versions { get; init; } = [];

    public ResourceKind Kind => Chosen ?? ResourceKinds.Guess(File?.Name, Url);

    /// <summary>Where its newest version is for ever.</summary>
    public string Path => $"/resources/{Id}";
}

/// <param name="Number">Counted from 1.</param>
/// <param name="Since">When it was the newest first.</param>
public sealed record ShownVersion(Guid ResourceId, int Number, Instant Since, string? FileName, long? Length);

public sealed record ShownFile(Guid Id, string Name, string MediaType, long Length);

/// <param name="Text">Markdown.</param>
public sealed record ShownWriteUp(string? Text, string? Url, LocalDate? PublishedOn);
