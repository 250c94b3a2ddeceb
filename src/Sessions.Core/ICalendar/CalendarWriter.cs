using System.Buffers;
using NodaTime;

namespace Sessions.ICalendar;

internal static class CalendarWriter
{
    public static void Write(Calendar calendar, IBufferWriter<byte> output)
    {
        var zones = Zones(calendar.Events);
        var writer = new ContentLineWriter(output);
        writer.Begin("VCALENDAR"u8);
        writer.Property("VERSION"u8, "2.0"u8);
        writer.Text("PRODID"u8, calendar.ProductId);
        writer.Property("CALSCALE"u8, "GREGORIAN"u8);
        writer.Property("METHOD"u8, calendar.Method switch
        {
            Method.Request => "REQUEST"u8,
            Method.Cancel => "CANCEL"u8,
            _ => "PUBLISH"u8,
        });
        if (calendar.Name is { } name)
        {
            writer.Text("NAME"u8, name);
            writer.Text("X-WR-CALNAME"u8, name);
        }

        if (calendar.Method == Method.Publish)
        {
            writer.Property("REFRESH-INTERVAL;VALUE=DURATION"u8, "PT1H"u8);
            writer.Property("X-PUBLISHED-TTL"u8, "PT1H"u8);
        }

        foreach (var zone in zones.Values)
            zone?.WriteTo(writer);
        foreach (var item in calendar.Events)
        {
            Check(calendar.Method, item);
            EventWriter.Write(writer, item, zones);
        }

        writer.End("VCALENDAR"u8);
    }

    /// <summary>The zones of the events, each for the years its events lie in; null for one that has no rule over them.</summary>
    private static Dictionary<DateTimeZone, VTimeZone?> Zones(IReadOnlyList<Event> events)
    {
        var years = new Dictionary<DateTimeZone, (int First, int Last)>();
        foreach (var item in events)
        {
            if (item.Time is not EventTime.Exact { Start: var start, End: var end } || start.Zone == DateTimeZone.Utc)
                continue;
            if (!years.TryGetValue(start.Zone, out var span))
                span = (start.Year, end.Year);
            years[start.Zone] = (Math.Min(span.First, start.Year), Math.Max(span.Last, end.Year));
        }

        return years.ToDictionary(zone => zone.Key, zone => VTimeZone.For(zone.Key, zone.Value.First, zone.Value.Last));
    }

    private static void Check(Method method, Event item)
    {
        if (method == Method.Publish ? item.Attendee is not null : item.Organizer is null || item.Attendee is null)
            throw new ArgumentException($"A {method} cannot be made of event {item.Uid}: a message needs organizer and attendee, a feed has no attendee.", nameof(item));
    }
}
