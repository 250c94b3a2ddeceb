using Sessions.Mail;
using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Invitations;

/// <summary>How one person's calendar should have one session.</summary>
/// <param name="Session">With its series.</param>
/// <param name="Link">The one address this person needs for it: the joining link, or the speaker's page.</param>
internal sealed record Invited(Person Person, Session Session, SlotState State, ICalendar.Role Role, string Link)
{
    /// <summary>The mail carries the entry even where nothing changed.</summary>
    public bool Again { get; init; }

    /// <summary>The mail carries the entry where the calendar has the words of the series for this session, and not its own.</summary>
    public bool InOwnWords { get; init; }

    /// <summary>What this person is known to say; null leaves it as it was.</summary>
    public ICalendar.Participation? Answer { get; init; }

    /// <summary>The session whose entry becomes the one for this session, under its own UID; null where none does.</summary>
    public Guid? Formerly { get; init; }
}

/// <summary>What a mail takes along; empty where the calendar is right already.</summary>
/// <param name="Before">How the calendar had it until now; null where it had nothing.</param>
internal sealed record CarriedInvitation(CalendarPart? Part, MessageId? Follows, Action<MessageId>? Identified, ToldSlot? Before = null)
{
    public static readonly CarriedInvitation Nothing = new(null, null, null);

    /// <summary>All sessions that the entry holds, where it is a recurring one; in their order.</summary>
    public IReadOnlyList<Session> Dates { get; init; } = [];

    /// <summary>What one message says of several sessions; those that go on follow in the next mail, under a new entry.</summary>
    public IReadOnlyList<TogetherChange> Together { get; init; } = [];

    /// <summary>This mail takes the session out of the entry it stood in; the next one brings it back by itself.</summary>
    public bool ComesByItself { get; init; }
}

/// <param name="Told">As the calendar had it until now.</param>
internal sealed record TogetherChange(Session Session, SlotState State, ToldSlot Told);
