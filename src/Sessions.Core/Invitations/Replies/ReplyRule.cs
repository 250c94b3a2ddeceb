using NodaTime;

namespace Sessions.Invitations;

/// <summary>Which answers count (RFC 5546 2.1.5, 3.2.3), as pure functions.</summary>
internal static class ReplyRule
{
    /// <summary>Null is an answer that counts.</summary>
    public static ReplyRefusal? Refuses(CalendarEntry entry, Reply reply, string invited)
    {
        if (reply.IsSlotUnreadable || (reply.Slot is { } slot && slot != (entry.Occurrence ?? entry.Told?.Start))) return ReplyRefusal.SlotUnknown;
        if (entry.Told is not { } told) return ReplyRefusal.SequenceUnknown;
        return Refuses(reply, invited, told.Sequence, told.Sequence, (entry.AnsweredSequence, entry.AnsweredStamp));
    }

    /// <summary>Of an answer to a recurring entry as a whole.</summary>
    /// <param name="highest">Of the numbers that any of its occurrences had: some programs answer with that one.</param>
    public static ReplyRefusal? Refuses(RecurringEntry entry, Reply reply, string invited, int highest) =>
        Refuses(reply, invited, entry.Sequence, highest, (entry.AnsweredSequence, entry.AnsweredStamp));

    private static ReplyRefusal? Refuses(Reply reply, string invited, int lowest, int highest, (int? Sequence, Instant? Stamp) last)
    {
        if (OfInvited(reply, invited) is not { } attendee) return ReplyRefusal.NotInvited;
        if (attendee.Answer is null) return ReplyRefusal.NoAnswer;
        if (reply.Sequence > highest) return ReplyRefusal.SequenceUnknown;
        // A lower number loses; of two with one number the older loses. One without a stamp counts as it comes.
        return reply.Sequence < lowest || (last.Sequence == reply.Sequence && reply.Stamp <= last.Stamp) ? ReplyRefusal.Stale : null;
    }

    public static ReplyAttendee? OfInvited(Reply reply, string invited) =>
        reply.Attendees.FirstOrDefault(a => a.Addresses.Any(address => string.Equals(address, invited, StringComparison.OrdinalIgnoreCase)));
}
