using NodaTime;

namespace Sessions.ICalendar;

/// <summary>A VEVENT (RFC 5545 3.6.1). Alarms are not part of it: clients drop those of invitations.</summary>
public sealed record Event
{
    public required string Uid { get; init; }

    public int Sequence { get; init; }

    /// <summary>DTSTAMP: in a message when it was made, in a feed when the event last changed (RFC 5545 3.8.7.2).</summary>
    public required Instant Stamp { get; init; }

    public Instant? Created { get; init; }

    public Instant? LastModified { get; init; }

    public required EventTime Time { get; init; }

    /// <summary>RRULE: <see cref="Time"/> is its first occurrence, and the zone of that time the one it counts in.</summary>
    public RecurrenceRule? Rule { get; init; }

    /// <summary>EXDATE: local starts, in the zone of <see cref="Time"/>, at which the rule has nothing.</summary>
    public IReadOnlyList<LocalDateTime> Except { get; init; } = [];

    /// <summary>RECURRENCE-ID: the occurrence of a recurring event that this one speaks of, by the start its rule gives it, in the zone of that event.</summary>
    public ZonedDateTime? Occurrence { get; init; }

    public required string Summary { get; init; }

    public string? Description { get; init; }

    public string? Location { get; init; }

    /// <summary>The one word of CATEGORIES (RFC 5545 3.8.1.2).</summary>
    public string? Category { get; init; }

    public Uri? Url { get; init; }

    /// <summary>Where the video meeting is joined (RFC 7986 5.11).</summary>
    public Uri? Conference { get; init; }

    public Organizer? Organizer { get; init; }

    /// <summary>The recipient. One at most: nobody reads another's address in an invitation.</summary>
    public Attendee? Attendee { get; init; }

    /// <summary>Null in a CANCEL that removes one person while the event goes on (RFC 5546 3.2.5).</summary>
    public EventStatus? Status { get; init; }

    /// <summary>TRANSP:TRANSPARENT: does not make the reader busy.</summary>
    public bool Transparent { get; init; }

    /// <summary>Properties of our own as TEXT (RFC 5545 3.8.8.2): names begin with X-.</summary>
    public IReadOnlyList<(string Name, string Value)> Extensions { get; init; } = [];
}

/// <summary>RFC 5545 3.8.1.11.</summary>
public enum EventStatus
{
    Tentative,
    Confirmed,
    Cancelled,
}
