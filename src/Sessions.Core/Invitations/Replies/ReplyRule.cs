namespace Sessions.Invitations;

/// <summary>Which answers count (RFC 5546 2.1.5, 3.2.3), as pure functions.</summary>
internal static class ReplyRule
{
    /// <summary>Null is an answer that counts.</summary>
    public static ReplyRefusal? Refuses(CalendarEntry entry, Reply reply, string invited)
    {
        if (reply.IsSlotUnreadable || (reply.Slot is { } slot && slot != entry.Told?.Start)) return ReplyRefusal.SlotUnknown;
        if (OfInvited(reply, invited) is not { } attendee) return ReplyRefusal.NotInvited;
        if (attendee.Answer is null) return ReplyRefusal.NoAnswer;
        if (entry.Told is not { } told || reply.Sequence > told.Sequence) return ReplyRefusal.SequenceUnknown;
        return IsStale(entry, told, reply) ? ReplyRefusal.Stale : null;
    }

    public static ReplyAttendee? OfInvited(Reply reply, string invited) =>
        reply.Attendees.FirstOrDefault(a => a.Addresses.Any(address => string.Equals(address, invited, StringComparison.OrdinalIgnoreCase)));

    /// <summary>A lower number loses; of two with one number the older loses. One without a stamp counts as it comes.</summary>
    private static bool IsStale(CalendarEntry entry, ToldSlot told, Reply reply) =>
        reply.Sequence < told.Sequence
        || (entry.AnsweredSequence == reply.Sequence && reply.Stamp is { } stamp && entry.AnsweredStamp is { } last && stamp <= last);
}
