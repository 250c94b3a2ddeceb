using NodaTime;
using Sessions.ICalendar;

namespace Sessions.Invitations;

/// <summary>
/// The life of a calendar entry as one pure function from what was told to what is wanted. Putting changes together,
/// reinstating and repeats follow from it.
/// </summary>
internal static class InvitationPlan
{
    /// <param name="told">What the last message said; null before the first.</param>
    /// <param name="isOccurrence">Of a recurring event: what we once took out of it is never put back into it.</param>
    /// <returns>The messages that lead from one to the other, in order; none where the calendar is right already.</returns>
    public static IReadOnlyList<InvitationMessage> Plan(ToldSlot? told, WantedSlot wanted, Instant now, bool isOccurrence = false) => (told?.State, wanted.State) switch
    {
        (null, SlotState.Held) => [Request(0, wanted, now)],
        // We took this person out: the entry is closed for good, and coming back is a new one.
        (SlotState.Cancelled, SlotState.Held) when isOccurrence => [Request(0, wanted, now) with { IsNewEntry = true }],
        (SlotState.Left, SlotState.Held) => [Request(0, wanted, now) with { IsNewEntry = true }],
        (SlotState.Cancelled or SlotState.Declined, SlotState.Held) => [Request(told!.Sequence + 1, wanted, After(told, now))],
        (SlotState.Held, SlotState.Held) => Update(told!, wanted, now),
        // They said yes again, and there is no place any more.
        (SlotState.Held, _) or (SlotState.Declined, SlotState.Left) => [Cancel(told!, wanted, After(told!, now))],
        _ => [],
    };

    private static IReadOnlyList<InvitationMessage> Update(ToldSlot told, WantedSlot wanted, Instant now)
    {
        if ((told.Start, told.End) != (wanted.Start, wanted.End))
            return [Request(told.Sequence + 1, wanted, After(told, now)) with { AsksAgain = true }];
        // Same number, newer stamp (RFC 5546 2.1.4): clients show an update and keep the answer.
        return told.Hash != wanted.Hash || wanted.Again ? [Request(told.Sequence, wanted, After(told, now))] : [];
    }

    private static InvitationMessage Request(int sequence, WantedSlot wanted, Instant stamp) =>
        new(Method.Request, EventStatus.Confirmed, new(SlotState.Held, wanted.Start, wanted.End, sequence, Whole(stamp), wanted.Hash));

    /// <summary>Names the times the calendar has; STATUS only where the event itself goes (RFC 5546 3.2.5).</summary>
    private static InvitationMessage Cancel(ToldSlot told, WantedSlot wanted, Instant stamp) =>
        new(Method.Cancel, wanted.State == SlotState.Cancelled ? EventStatus.Cancelled : null,
            told with { State = wanted.State, Sequence = told.Sequence + 1, Dtstamp = Whole(stamp), Hash = wanted.Hash });

    private static Instant After(ToldSlot told, Instant now) => Instant.Max(now, told.Dtstamp + Duration.FromSeconds(1));

    /// <summary>DTSTAMP has no parts of a second.</summary>
    private static Instant Whole(Instant stamp) => Instant.FromUnixTimeSeconds(stamp.ToUnixTimeSeconds());
}

/// <summary>One iTIP message to one person.</summary>
/// <param name="Status">Null removes this one person while the event goes on.</param>
/// <param name="Tells">What the calendar knows once the message is read.</param>
internal sealed record InvitationMessage(Method Method, EventStatus? Status, ToldSlot Tells)
{
    /// <summary>Under a UID of its own.</summary>
    public bool IsNewEntry { get; init; }

    /// <summary>The hour changed: an answer given to the old one says nothing of the new.</summary>
    public bool AsksAgain { get; init; }
}
