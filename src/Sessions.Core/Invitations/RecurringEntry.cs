using NodaTime;
using Sessions.ICalendar;

namespace Sessions.Invitations;

/// <summary>
/// One recurring event in one person's calendar: its rule, and what was said of it as a whole. Each session in it is an occurrence,
/// with a <see cref="CalendarEntry"/> of its own.
/// </summary>
internal sealed class RecurringEntry
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PersonId { get; init; }

    public required Guid SeriesId { get; init; }

    /// <summary>RFC 7986 5.3: a UUID, nothing that identifies.</summary>
    public required string Uid { get; init; }

    /// <summary>Never changes for a UID.</summary>
    public required string Organizer { get; init; }

    /// <summary>RRULE without its end, which is <see cref="Last"/>.</summary>
    public required string Rule { get; init; }

    /// <summary>IANA name, in which the rule counts.</summary>
    public required string Zone { get; init; }

    /// <summary>Of the first occurrence: that person's first session.</summary>
    public required LocalDateTime Start { get; init; }

    public required int Minutes { get; init; }

    /// <summary>UNTIL: the start of the last occurrence.</summary>
    public required LocalDateTime Last { get; set; }

    /// <summary>How the calendar was told to have the whole of it.</summary>
    public SlotState State { get; set; } = SlotState.Held;

    /// <summary>Of the last message that spoke of the whole; those of single occurrences are never below it.</summary>
    public int Sequence { get; set; }

    public Instant Dtstamp { get; set; }

    /// <summary>Message-ID of the first message, for References.</summary>
    public string? FirstMessageId { get; set; }

    /// <summary>What this person says of the whole; a single occurrence may have an answer of its own.</summary>
    public Participation Answer { get; set; } = Participation.Accepted;

    /// <summary>SEQUENCE of the invitation that the last answer to the whole was to; null before the first.</summary>
    public int? AnsweredSequence { get; set; }

    /// <summary>DTSTAMP of that answer.</summary>
    public Instant? AnsweredStamp { get; set; }

    /// <summary>The rule with its end: that of the last day, for a calendar that takes the offset of the first day for UNTIL has still all of them.</summary>
    public RecurrenceRule Ending() =>
        RecurrenceRuleParser.Parse(Rule, Scheduling.SessionClock.Zone(Zone)) is ParsedRule.Accepted { Rule: var rule } ? rule with { Until = Last.Date + new LocalTime(23, 59, 59) }
            : throw new InvalidOperationException($"The rule of recurring entry {Id} cannot be read.");
}
