using NodaTime;

namespace Sessions.Invitations;

/// <summary>How a slot stands in somebody's calendar.</summary>
internal enum SlotState
{
    /// <summary>It takes place, and this person is in it.</summary>
    Held = 1,

    /// <summary>It takes place without this person.</summary>
    Left = 2,

    /// <summary>It does not take place.</summary>
    Cancelled = 3,

    /// <summary>It takes place, and this person said no in their calendar, where it stands still.</summary>
    Declined = 4,
}

/// <summary>One slot of an entry as a calendar was last told it.</summary>
/// <param name="Sequence">RFC 5546 2.1.4.</param>
/// <param name="Hash">Of everything the reader sees; equal means nothing to say.</param>
internal sealed record ToldSlot(SlotState State, Instant Start, Instant End, int Sequence, Instant Dtstamp, string Hash);

/// <summary>One slot as a calendar should have it.</summary>
/// <param name="Again">The mail carries the entry even if nothing changed: a confirmation sent once more.</param>
internal sealed record WantedSlot(SlotState State, Instant Start, Instant End, string Hash, bool Again = false);
