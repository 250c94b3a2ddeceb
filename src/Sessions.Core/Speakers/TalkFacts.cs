using NodaTime;
using Sessions.Archive;
using Sessions.Scheduling;

namespace Sessions.Speakers;

/// <summary>All that a speaker's own page says.</summary>
/// <param name="PublicPath">Of the session's page; null until it is published.</param>
/// <param name="With">Names of the others on the programme; their addresses are nobody's business.</param>
/// <param name="Checklist">All that is asked of them, in the order of asking.</param>
public sealed record TalkFacts(
    AppearanceState State,
    string? DeclinedBecause,
    string SeriesName,
    int Hue,
    int? Number,
    string? SessionTitle,
    SessionTime When,
    bool IsCancelled,
    bool IsOver,
    string? PublicPath,
    TalkForm Form,
    IReadOnlyList<ArchiveItem> Items,
    IReadOnlyList<string> With,
    IReadOnlyList<ItemLine> Checklist,
    Instant? SavedAt,
    AppearanceRole Role = AppearanceRole.Speaker)
{
    /// <summary>Who chairs, opens or produces brings none, and is not asked for its words.</summary>
    public bool BringsTalk => Role == AppearanceRole.Speaker;

    public IReadOnlyList<TalkItem> Missing => [.. Checklist.Where(line => line.IsMissing).Select(line => line.Item)];

    /// <summary>How long before the start they are expected, in minutes.</summary>
    public int CallMinutes { get; init; }

    /// <summary>When they are expected; null where the hour is not exact.</summary>
    public Instant? CallAt => When.Start - Duration.FromMinutes(CallMinutes);

    /// <summary>Sessions they could come to instead, soonest first.</summary>
    public IReadOnlyList<DateChoice> OtherSessions { get; init; } = [];

    /// <summary>What they said of another day; null once they answered.</summary>
    public OtherDateFacts? OtherDate { get; init; }

    /// <summary>Names of those they brought along.</summary>
    public IReadOnlyList<string?> Brought { get; init; } = [];

    /// <summary>Who was brought along brings nobody.</summary>
    public bool MayBring { get; init; }

    /// <summary>What they agreed to and took back, latest first.</summary>
    public IReadOnlyList<ConsentLine> Consents { get; init; } = [];

    /// <summary>Path of their own page here; null without one.</summary>
    public string? PagePath { get; init; }

    /// <summary>Other for another photo; null without one.</summary>
    public string? PhotoTag { get; init; }
}

/// <summary>One speaker as the console shows them.</summary>
/// <param name="LinkPath">Of the speaker's page, to be passed on by hand; null where an address is known: that link opens somebody's own page and goes to them alone.</param>
public sealed record ProgrammeLine(
    Guid Id,
    string? Name,
    string? Address,
    AppearanceState State,
    Instant? AskedAt,
    Instant? AnsweredAt,
    string? DeclinedBecause,
    string? TalkTitle,
    IReadOnlyList<TalkItem> Missing,
    Instant? SavedAt,
    string? LinkPath,
    AppearanceRole Role = AppearanceRole.Speaker)
{
    public string? Pronouns { get; init; }

    /// <summary>How the name is spoken.</summary>
    public string? NameSaid { get; init; }

    public string? RoomNeeds { get; init; }

    public OtherDateFacts? OtherDate { get; init; }

    /// <summary>Who brought them along.</summary>
    public string? InvitedBy { get; init; }

    public Instant? RecordingConsentAt { get; init; }

    public Instant? PublishConsentAt { get; init; }
}
