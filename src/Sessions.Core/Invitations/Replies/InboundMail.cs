using NodaTime;

namespace Sessions.Invitations;

public enum InboundWay
{
    Imap = 1,

    /// <summary>The command <c>mail receive</c>.</summary>
    Pipe = 2,
    Http = 3,
}

/// <summary>What a message did. The numbers are kept: never change one.</summary>
public enum InboundEffect
{
    /// <summary>Nothing; the refusal says why.</summary>
    Refused = 1,

    /// <summary>Kept as an answer; no place changed by it.</summary>
    Noted = 2,

    /// <summary>A place is theirs, again or by an offer.</summary>
    PlaceTaken = 3,

    /// <summary>There was no place any more: they stand in the line.</summary>
    Waiting = 4,

    /// <summary>A place was given up, and passed on.</summary>
    PlaceGivenUp = 5,

    /// <summary>A speaker said yes.</summary>
    SpeakerAccepted = 6,

    /// <summary>A speaker said no.</summary>
    SpeakerDeclined = 7,

    /// <summary>Another hour is proposed to the hosts.</summary>
    Proposed = 8,

    /// <summary>Words for the hosts.</summary>
    Letter = 9,

    /// <summary>A mail of ours did not arrive and never will.</summary>
    Bounced = 10,

    /// <summary>A mail of ours is late.</summary>
    Delayed = 11,

    /// <summary>A message of our own that shows that answers would arrive.</summary>
    Tested = 12,
}

/// <summary>One message that came in, and what became of it. Kept for the hosts of its series, and for admins.</summary>
internal sealed class InboundMail
{
    public const int LongestText = 4_000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What tells a message from all others: its Message-ID, or else a hash of it; unique together with <see cref="Part"/>.</summary>
    public required string Key { get; init; }

    /// <summary>One message may answer several entries.</summary>
    public required int Part { get; init; }

    public required InboundWay Way { get; init; }

    public required Instant At { get; init; }

    public required InboundEffect Effect { get; set; }

    public ReplyRefusal? Refusal { get; set; }

    /// <summary>Whom it is about; null where nobody could be told.</summary>
    public Guid? PersonId { get; set; }

    public Guid? SessionId { get; set; }

    public Guid? SeriesId { get; set; }

    /// <summary>The sender as written; null once the person is forgotten.</summary>
    public string? From { get; set; }

    public string Subject { get; set; } = "";

    /// <summary>Their words, the hour they propose, or what the other server said.</summary>
    public string? Text { get; set; }
}
