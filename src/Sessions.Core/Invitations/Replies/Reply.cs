using NodaTime;
using Sessions.ICalendar;

namespace Sessions.Invitations;

/// <summary>What one VEVENT of an iTIP REPLY or COUNTER says (RFC 5546 3.2.3, 3.2.7).</summary>
/// <param name="Slot">RECURRENCE-ID as an instant; null speaks of the whole entry.</param>
/// <param name="Sequence">Of the invitation that is answered; 0 where none is written.</param>
/// <param name="Stamp">DTSTAMP; null where none can be read.</param>
internal sealed record Reply(string Uid, Instant? Slot, IReadOnlyList<ReplyAttendee> Attendees, int Sequence, Instant? Stamp)
{
    /// <summary>RECURRENCE-ID is there and can't be read: which occurrence is meant nobody knows.</summary>
    public bool IsSlotUnreadable { get; init; }

    /// <summary>What they wrote beside the answer; null is nothing.</summary>
    public string? Comment { get; init; }

    /// <summary>The hours a COUNTER proposes.</summary>
    public EventTime? Proposed { get; init; }
}

/// <param name="Addresses">As ATTENDEE names them: in its value, and in EMAIL where a program writes one.</param>
/// <param name="Answer">Null for what is no answer of somebody invited (DELEGATED, or nothing at all).</param>
internal sealed record ReplyAttendee(IReadOnlyList<string> Addresses, Participation? Answer);

/// <param name="Method">In capitals; empty where the calendar names none.</param>
internal sealed record ReplyText(string Method, IReadOnlyList<Reply> Replies);
