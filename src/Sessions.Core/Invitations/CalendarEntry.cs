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

    /// <summary>What the secret in the organizer's address stands for.</summary>
    public Guid AddressedAs => RecurringId ?? Id;

    /// <summary>The recurring event that it is an occurrence of, which has the UID and the organizer too; null for an event of its own.</summary>
    public Guid? RecurringId { get; init; }

    public RecurringEntry? Recurring { get; init; }

    /// <summary>RECURRENCE-ID: the start that the rule gives it, wherever it moves.</summary>
    public Instant? Occurrence { get; init; }

    /// <summary>The calendar has the words of the series for it, no message spoke of this occurrence alone yet.</summary>
    public bool SaysSeries { get; set; }

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
