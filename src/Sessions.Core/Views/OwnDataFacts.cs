using NodaTime;
using Sessions.Outbox;
using Sessions.Registrations;
using Sessions.Scheduling;
using Sessions.Speakers;

namespace Sessions.Views;

/// <summary>What is kept of one person. Instants are UTC.</summary>
/// <param name="Links">Web addresses, one a line.</param>
/// <param name="ProvenAt">When they first answered a mail.</param>
/// <param name="HasRights">Runs a series or the site, and so can't be erased before they are taken off its team.</param>
/// <param name="Devices">Of sign-ins to the console.</param>
public sealed record OwnDataFacts(string Address, string? Name, string? Line, string? Bio, string? Links, bool HasPhoto, Instant CreatedAt, Instant? ProvenAt, Instant? NewsStoppedAt,
    IReadOnlyList<OwnPlace> Places, IReadOnlyList<OwnSeries> EverySession, IReadOnlyList<OwnSeries> Followed, IReadOnlyList<OwnAnswer> Answers, IReadOnlyList<OwnTalk> Talks,
    IReadOnlyList<OwnMail> Mails, bool HasRights, IReadOnlyList<string> Devices)
{
    public string? Pronouns { get; init; }

    public string? NameSaid { get; init; }

    public string? Organisation { get; init; }

    /// <summary>They wanted a page of their own.</summary>
    public bool ShowsPage { get; init; }

    /// <summary>What they offered or suggested, and what the hosts wrote them about it.</summary>
    public IReadOnlyList<OwnProposed> Proposals { get; init; } = [];

    /// <summary>What they agreed to as a speaker, and took back.</summary>
    public IReadOnlyList<OwnSpeakerConsent> Consents { get; init; } = [];

    /// <summary>Of the hosts, about them.</summary>
    public IReadOnlyList<OwnNote> Notes { get; init; } = [];

    /// <summary>What came from them by mail, for as long as it is kept.</summary>
    public IReadOnlyList<OwnLetter> Letters { get; init; } = [];

    /// <summary>What they told the hosts about archives, where they gave their address.</summary>
    public IReadOnlyList<OwnReport> Reports { get; init; } = [];

    /// <summary>Slides, data and links of archives that name them.</summary>
    public IReadOnlyList<OwnResource> Resources { get; init; } = [];

    /// <summary>That lead here.</summary>
    public IReadOnlyList<string> OtherAddresses { get; init; } = [];

    /// <summary>Of their calendar; opens nothing else.</summary>
    public string FeedToken { get; init; } = "";

    public int Coming => Places.Count(p => p.IsAhead && p.State != RegistrationState.Withdrawn);
}

/// <summary>What somebody agreed to, and when.</summary>
public sealed record OwnConsent(string Wording, Instant At);

/// <param name="JoinedAt">When the joining button was first pressed.</param>
/// <param name="TickedAt">When a host ticked that they came.</param>
/// <param name="Score">What they thought of it, 1 to 5.</param>
public sealed record OwnPlace(string Series, string? Title, int? Number, SessionTime When, bool IsAhead, RegistrationState State, Instant SignedUpAt, Instant StateSince, Instant? JoinedAt, Instant? TickedAt,
    OwnConsent Purpose, int? Score, string? Comment);

public sealed record OwnSeries(string Series, Instant Since, Instant? Until, OwnConsent Purpose);

/// <param name="Question">As it stood when it was answered.</param>
public sealed record OwnAnswer(string Question, string Answer, bool IsConsent, Instant At);

/// <param name="RecordingConsentAt">When they agreed to be recorded; null where they did not.</param>
/// <param name="PublishConsentAt">When they agreed that what they handed in is published.</param>
public sealed record OwnTalk(string Series, string? Session, SessionTime When, AppearanceState State, string? Title, string? Abstract, string? Licence, Instant? RecordingConsentAt, Instant? PublishConsentAt)
{
    public string? RoomNeeds { get; init; }

    /// <summary>What they said of another day.</summary>
    public string? OtherDate { get; init; }
}

/// <param name="Text">Their words, or what another server said of their address.</param>
public sealed record OwnLetter(string Subject, string? Text, Sessions.Invitations.InboundEffect Effect, Instant At);

public sealed record OwnNote(string Text, Instant At);

public sealed record OwnMail(string Kind, string? Subject, OutboxState State, Instant? SentAt);
