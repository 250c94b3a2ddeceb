using NodaTime;

namespace Sessions.ICalendar;

/// <summary>DTSTART with DTEND or DURATION, as one time.</summary>
internal static class EventTimeReader
{
    private const int MostDays = 1000;

    /// <summary>Without an end a day lasts a day, and an hour has no length (RFC 5545 3.6.1).</summary>
    public static ReadEvent Read(CalendarComponent item, CalendarZones zones)
    {
        if (item.Property("DTSTART") is not { } start) return new(item, null, EventFault.StartMissing);
        if (start.Times is not [var from, ..]) return new(item, null, EventFault.StartUnreadable, start.Value);
        if (zones.Of(from) is not { } zone) return new(item, null, EventFault.ZoneUnknown, from.ZoneName!);
        var length = item.Property("DURATION") is { } written ? CalendarDuration.Parse(written.Value) : new CalendarDuration(0, Duration.Zero);
        if (length is null) return new(item, null, EventFault.EndUnreadable, item.Property("DURATION")!.Value);
        CalendarTime? to = null;
        if (item.Property("DTEND") is { } end)
        {
            if (end.Times is not [var last, ..]) return new(item, null, EventFault.EndUnreadable, end.Value);
            if (zones.Of(last) is null) return new(item, null, EventFault.ZoneUnknown, last.ZoneName!);
            to = last;
        }
        EventTime? time = from.Kind == CalendarTimeKind.Day ? Days(from, to, length) : Exact(from, zone, to, zones, length);
        return time is null ? new(item, null, EventFault.EndBeforeStart) : IsLong(time) ? new(item, null, EventFault.TooLong) : new(item, time);
    }

    private static bool IsLong(EventTime time) => time switch
    {
        EventTime.Exact exact => exact.End - exact.Start > Duration.FromDays(MostDays),
        EventTime.WholeDays days => Period.DaysBetween(days.First, days.Last) > MostDays,
        _ => false,
    };

    private static EventTime.WholeDays? Days(CalendarTime from, CalendarTime? to, CalendarDuration length)
    {
        var first = from.Local.Date;
        // DTEND is the day after. Some programs write the same day, and mean it.
        var after = to?.Local.Date ?? first.PlusDays(length.Days);
        return after < first ? null : new(first, after == first ? first : after.PlusDays(-1));
    }

    private static EventTime.Exact? Exact(CalendarTime from, DateTimeZone zone, CalendarTime? to, CalendarZones zones, CalendarDuration length)
    {
        var start = from.Local.InZone(zone);
        var end = to is null ? start.LocalDateTime.PlusDays(length.Days).InZone(zone) + length.Time : to.Local.InZone(zones.Of(to)!).WithZone(zone);
        // The later of a doubled hour has no days added: what was written is elapsed time alone.
        if (to is null && length.Days == 0) end = start + length.Time;
        return end.ToInstant() < start.ToInstant() ? null : new(start, end);
    }
}
