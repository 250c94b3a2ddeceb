using NodaTime;

namespace Sessions.ICalendar;

/// <summary>
/// The events of a calendar, each occurrence by itself: rules, extra and skipped dates, and occurrences that were changed (RECURRENCE-ID). They are made as
/// they are asked for; how many days all rules together may look at is bounded, so that no text takes long.
/// </summary>
public sealed class CalendarEvents
{
    private readonly CalendarZones _zones;
    private readonly EventRules _rules;

    private CalendarEvents(CalendarZones zones, CalendarReach reach) => (_zones, _rules) = (zones, new EventRules(zones, reach));

    /// <param name="floating">For times without a zone, where the calendar names none.</param>
    public static IEnumerable<ReadEvent> Of(CalendarComponent calendar, DateTimeZone floating, CalendarReach reach)
    {
        var reading = new CalendarEvents(new CalendarZones(calendar, floating), reach);
        return calendar.Components.Where(c => c.Name == "VEVENT").GroupBy(Uid).SelectMany(reading.Of);
    }

    /// <summary>An event without UID is nobody's override.</summary>
    private static string Uid(CalendarComponent item) => item.Property("UID")?.Text.Trim() is { Length: > 0 } uid ? uid : $"\n{item.Line}";

    private IEnumerable<ReadEvent> Of(IGrouping<string, CalendarComponent> same)
    {
        var overrides = new Dictionary<LocalDateTime, CalendarComponent>();
        var unreadable = new List<CalendarComponent>();
        foreach (var item in same.Where(c => c.Property("RECURRENCE-ID") is not null))
        {
            if (Slot(item) is { } slot) overrides[slot] = item;
            else unreadable.Add(item);
        }
        foreach (var item in same.Where(c => c.Property("RECURRENCE-ID") is null))
            foreach (var occurrence in _rules.Occurrences(EventTimeReader.Read(item, _zones)))
                yield return occurrence.Time is { } time && (overrides.Remove(Key(time), out var other) || overrides.Remove(Day(time), out other))
                    ? EventTimeReader.Read(other, _zones) : occurrence;
        // A file may hold a changed occurrence without its event.
        foreach (var item in overrides.Values.Concat(unreadable)) yield return EventTimeReader.Read(item, _zones);
    }

    /// <summary>The occurrence that an override replaces, in UTC; of a day its midnight.</summary>
    private LocalDateTime? Slot(CalendarComponent item) =>
        item.Property("RECURRENCE-ID")!.Times is [var slot, ..] && _zones.Of(slot) is { } zone ? slot.Local.InZone(zone).ToInstant().InUtc().LocalDateTime : null;

    private static LocalDateTime Key(EventTime time) => time is EventTime.Exact exact ? exact.Start.ToInstant().InUtc().LocalDateTime : Day(time);

    /// <summary>Some programs name the day alone.</summary>
    private static LocalDateTime Day(EventTime time) =>
        time is EventTime.Exact exact ? exact.Start.Date.AtMidnight() : ((EventTime.WholeDays)time).First.AtMidnight();
}
