using System.Buffers;
using NodaTime;

namespace Sessions.ICalendar;

internal static class CalendarWriter
{
    // A rule without an end goes on for longer than anybody's calendar is read.
    private const int YearsOfEndless = 30;

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

    /// <summary>
    /// The zones of the events, each for the years its events lie in; null for one that has no rule over them. What recurs cannot be written in UTC:
    /// where all years are too many, those of the recurring events are described, and the other times are written in UTC.
    /// </summary>
    private static Dictionary<DateTimeZone, VTimeZone?> Zones(IReadOnlyList<Event> events)
    {
        var (all, recurring) = (new Dictionary<DateTimeZone, (int First, int Last)>(), new Dictionary<DateTimeZone, (int First, int Last)>());
        foreach (var item in events)
        {
            if (item.Occurrence is { } occurrence)
                Span(occurrence.Zone, occurrence.Year, occurrence.Year, all, recurring);
            if (item.Time is not EventTime.Exact { Start: var start, End: var end })
                continue;
            if (item.Rule is { } rule)
                Span(start.Zone, start.Year, LastYear(rule, start.LocalDateTime), all, recurring);
            else
                Span(start.Zone, start.Year, end.Year, all);
        }

        return all.ToDictionary(zone => zone.Key, zone => VTimeZone.For(zone.Key, zone.Value.First, zone.Value.Last)
            ?? (recurring.TryGetValue(zone.Key, out var years) ? VTimeZone.For(zone.Key, years.First, years.Last) : null));
    }

    private static void Span(DateTimeZone zone, int first, int last, params ReadOnlySpan<Dictionary<DateTimeZone, (int First, int Last)>> into)
    {
        if (zone == DateTimeZone.Utc)
            return;
        foreach (var years in into)
        {
            var known = years.GetValueOrDefault(zone, (first, last));
            years[zone] = (Math.Min(known.Item1, first), Math.Max(known.Item2, last));
        }
    }

    /// <summary>An hour may go on into the next year.</summary>
    private static int LastYear(RecurrenceRule rule, LocalDateTime start) => rule switch
    {
        { Until: { } until } => until.PlusDays(1).Year,
        { Count: not null } => rule.Occurrences(start).Last().PlusDays(1).Year,
        _ => start.Year + YearsOfEndless,
    };

    private static void Check(Method method, Event item)
    {
        if (method == Method.Publish ? item.Attendee is not null : item.Organizer is null || item.Attendee is null)
            throw new ArgumentException($"A {method} cannot be made of event {item.Uid}: a message needs organizer and attendee, a feed has no attendee.", nameof(item));
    }
}
