namespace Sessions.Tests.Web.Promises;

internal enum Role
{
    Anybody,
    Host,
    Admin,
}

/// <summary>What a <see cref="WholeSite"/> holds, by the names its addresses go by.</summary>
internal sealed record Known
{
    public required string Host { get; init; }

    public required string Admin { get; init; }

    public required Guid HostId { get; init; }

    public required string Attendee { get; init; }

    public required string SpeakerAddress { get; init; }

    /// <summary>Of the session to come.</summary>
    public required Guid Place { get; init; }

    /// <summary>The attendee's, for every session of the other series.</summary>
    public required Guid Standing { get; init; }

    /// <summary>The attendee's.</summary>
    public required Guid Follower { get; init; }

    public required string My { get; init; }

    public required string Join { get; init; }

    /// <summary>Into a room that is open now.</summary>
    public required string JoinNow { get; init; }

    /// <summary>Of a session that is over.</summary>
    public required string JoinHeld { get; init; }

    /// <summary>For the door of the session that <see cref="JoinNow"/> is of.</summary>
    public required string CheckIn { get; init; }

    public required string Speak { get; init; }

    /// <summary>A talk that was offered to the series.</summary>
    public required Guid Proposal { get; init; }

    /// <summary>Of whoever offered it.</summary>
    public required string Offer { get; init; }

    public required string Feed { get; init; }

    public required string Unsubscribe { get; init; }

    public required string NotMe { get; init; }

    public required Guid AppearanceId { get; init; }

    public required string SpeakerSlug { get; init; }

    /// <summary>Of the speaker's photo.</summary>
    public required string PhotoTag { get; init; }

    public required Guid HeldId { get; init; }

    /// <summary>A recording of the held session.</summary>
    public required Guid Recording { get; init; }

    /// <summary>Of a recording of the held session that stands nowhere else: linked.mp4.</summary>
    public required string Watch { get; init; }

    public required Guid Resource { get; init; }

    public required Guid PublicFile { get; init; }

    public required string PublicFileName { get; init; }

    /// <summary>Handed in by the speaker.</summary>
    public required Guid SpeakerFile { get; init; }

    /// <summary>On its way from the speaker.</summary>
    public required Guid Upload { get; init; }

    public required Guid Mail { get; init; }

    /// <summary>Asked of those who sign up to the series.</summary>
    public static Guid Question { get; } = new("0f5e6a1c-7f0b-4d7e-9c55-2b1de1a60001");

    /// <summary>Of the hosts to many.</summary>
    public required Guid Message { get; init; }

    /// <summary>In a series of which <see cref="Host"/> is no host.</summary>
    public required Guid ForeignSession { get; init; }

    public required string ForeignMy { get; init; }

    /// <summary>Of somebody else, for what is no personal token.</summary>
    public required Guid ForeignPlace { get; init; }

    public IEnumerable<string> StandingTokens => [My, Join, JoinNow, JoinHeld, CheckIn, Speak, Offer, Feed, Unsubscribe, NotMe, ForeignMy, Watch];

    public IEnumerable<string> Addresses => [Host, Admin, Attendee, SpeakerAddress];
}
