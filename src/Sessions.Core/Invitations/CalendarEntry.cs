using NodaTime;
using Sessions.ICalendar;

namespace Sessions.Invitations;

/// <summary>The entry one person has for one session, and what their calendar was told last.</summary>
internal sealed class CalendarEntry
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PersonId { get; init; }

    /// <summary>Another one once a speaker's talk moved there: the entry goes along.</summary>
    public required Guid SessionId { get; set; }

    /// <summary>RFC 7986 5.3: a UUID, nothing that identifies.</summary>
    public required string Uid { get; init; }

    /// <summary>Never changes for a UID.</summary>
    public required string Organizer { get; init; }

    /// <summary>What was last sent; null before the first message.</summary>
    public ToldSlot? Told { get; set; }

    /// <summary>Message-ID of the first message, for References.</summary>
    public string? FirstMessageId { get; set; }

    /// <summary>What this person says last; a new hour takes it back.</summary>
    public Participation Answer { get; set; } = Participation.Accepted;

    /// <summary>SEQUENCE of the invitation that the last answer by mail was to; null before the first.</summary>
    public int? AnsweredSequence { get; set; }

    /// <summary>DTSTAMP of that answer.</summary>
    public Instant? AnsweredStamp { get; set; }
}
