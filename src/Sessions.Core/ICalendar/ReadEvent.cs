namespace Sessions.ICalendar;

/// <summary>One occurrence of a VEVENT, or why it has none.</summary>
/// <param name="Source">Where its texts stand: the event, or the override of this occurrence.</param>
/// <param name="Time">Null with a fault.</param>
/// <param name="Text">The part that is meant by the fault.</param>
public sealed record ReadEvent(CalendarComponent Source, EventTime? Time, EventFault? Fault = null, string Text = "")
{
    public bool IsCancelled => string.Equals(Source.Property("STATUS")?.Value.Trim(), "CANCELLED", StringComparison.OrdinalIgnoreCase);
}

public enum EventFault
{
    StartMissing,
    StartUnreadable,
    ZoneUnknown,
    EndUnreadable,
    EndBeforeStart,

    /// <summary>It lasts for years.</summary>
    TooLong,
    RuleUnreadable,
    DatesUnreadable,

    /// <summary>Its rule, with those before it, has more days to look at than one text may ask for.</summary>
    TooMuch,
}

/// <summary>How far repeating events are followed.</summary>
/// <param name="Endless">The last day of rules that name no end.</param>
public sealed record CalendarReach(NodaTime.LocalDate Endless);
