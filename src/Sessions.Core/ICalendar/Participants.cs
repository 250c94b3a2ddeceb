namespace Sessions.ICalendar;

/// <param name="Name">Shown name (CN); null shows the address.</param>
/// <param name="Address">A bare mail address, the one that replies go to.</param>
public sealed record Organizer(string? Name, string Address);

/// <param name="Name">Shown name (CN); null shows the address.</param>
/// <param name="Address">A bare mail address.</param>
/// <param name="Rsvp">Whether an answer is asked for.</param>
public sealed record Attendee(string? Name, string Address, Role Role, Participation Participation, bool Rsvp);

/// <summary>ROLE (RFC 5545 3.2.16).</summary>
public enum Role
{
    RequiredParticipant,
    Chair,
}

/// <summary>PARTSTAT (RFC 5545 3.2.12).</summary>
public enum Participation
{
    NeedsAction,
    Accepted,
    Declined,
    Tentative,
}
