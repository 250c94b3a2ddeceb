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

    /// <summary>The session whose entry becomes the one for this session, under its own UID; null where none does.</summary>
    public Guid? Formerly { get; init; }
}

/// <summary>What a mail takes along; empty where the calendar is right already.</summary>
/// <param name="Before">How the calendar had it until now; null where it had nothing.</param>
internal sealed record CarriedInvitation(CalendarPart? Part, MessageId? Follows, Action<MessageId>? Identified, ToldSlot? Before = null)
{
    public static readonly CarriedInvitation Nothing = new(null, null, null);
}
