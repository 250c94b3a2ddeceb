using System.Text;
using NodaTime;

namespace Sessions.ICalendar;

internal static class EventWriter
{
    private const string NotInUri = " %?#\"<>\\";

    public static void Write(ContentLineWriter writer, Event item, IReadOnlyDictionary<DateTimeZone, VTimeZone?> zones)
    {
        writer.Begin("VEVENT"u8);
        writer.Text("UID"u8, item.Uid);
        writer.Name("SEQUENCE"u8);
        writer.Value(item.Sequence.ToString());
        Instant(writer, "DTSTAMP"u8, item.Stamp);
        Instant(writer, "CREATED"u8, item.Created);
        Instant(writer, "LAST-MODIFIED"u8, item.LastModified);
        Time(writer, item.Time, zones);
        Recurrence(writer, item, zones);
        writer.Text("SUMMARY"u8, item.Summary);
        Text(writer, "DESCRIPTION"u8, item.Description);
        Text(writer, "CATEGORIES"u8, item.Category);
        Text(writer, "LOCATION"u8, item.Location);
        Places(writer, item);
        People(writer, item);
        if (item.Status is { } status)
        {
            writer.Property("STATUS"u8, status switch
            {
                EventStatus.Tentative => "TENTATIVE"u8,
                EventStatus.Cancelled => "CANCELLED"u8,
                _ => "CONFIRMED"u8,
            });
        }

        writer.Property("TRANSP"u8, item.Transparent ? "TRANSPARENT"u8 : "OPAQUE"u8);
        foreach (var (name, value) in item.Extensions) writer.Text(Encoding.ASCII.GetBytes(name), value);
        writer.End("VEVENT"u8);
    }

    private static void Time(ContentLineWriter writer, EventTime time, IReadOnlyDictionary<DateTimeZone, VTimeZone?> zones)
    {
        switch (time)
        {
            case EventTime.WholeDays days:
                writer.Name("DTSTART;VALUE=DATE"u8);
                writer.Value(days.First);
                writer.Name("DTEND;VALUE=DATE"u8);
                writer.Value(days.Last.PlusDays(1));
                break;
            case EventTime.Exact exact when LocalZone(exact, zones) is { } zone:
                Local(writer, "DTSTART"u8, exact.Start.LocalDateTime, zone);
                Local(writer, "DTEND"u8, exact.End.WithZone(exact.Start.Zone).LocalDateTime, zone);
                break;
            case EventTime.Exact exact:
                Instant(writer, "DTSTART"u8, exact.Start.ToInstant());
                Instant(writer, "DTEND"u8, exact.End.ToInstant());
                break;
        }
    }

    /// <summary>What DTSTART counts in; null where it is written in UTC.</summary>
    private static VTimeZone? LocalZone(EventTime.Exact exact, IReadOnlyDictionary<DateTimeZone, VTimeZone?> zones)
    {
        var end = exact.End.WithZone(exact.Start.Zone);
        return zones.GetValueOrDefault(exact.Start.Zone) is { } zone && zone.Covers(exact.Start.LocalDateTime) && zone.Covers(end.LocalDateTime) && HaveOwnLocalTimes(exact.Start, end) ? zone : null;
    }

    private static void Recurrence(ContentLineWriter writer, Event item, IReadOnlyDictionary<DateTimeZone, VTimeZone?> zones)
    {
        if (item.Occurrence is { } occurrence)
            Point(writer, "RECURRENCE-ID"u8, occurrence.LocalDateTime, occurrence.Zone, zones.GetValueOrDefault(occurrence.Zone));
        if (item is not { Rule: { } rule, Time: EventTime.Exact { Start.Zone: var zone } exact })
            return;
        var local = LocalZone(exact, zones);
        if (local is null && zone != DateTimeZone.Utc)
            throw new ArgumentException($"Event {item.Uid} cannot recur in {zone.Id}: no yearly rule describes that zone, or its first time is doubled by a clock change.", nameof(item));
        writer.Name("RRULE"u8);
        writer.Value(rule.ToString(zone));
        foreach (var except in item.Except)
            Point(writer, "EXDATE"u8, except, zone, local);
    }

    /// <summary>In the form of DTSTART, as RFC 5545 3.8.4.4 and 3.8.5.1 want it.</summary>
    private static void Point(ContentLineWriter writer, ReadOnlySpan<byte> name, LocalDateTime time, DateTimeZone zone, VTimeZone? local)
    {
        if (local is null)
            Instant(writer, name, time.ToInstant(zone));
        else
            Local(writer, name, time, local);
    }

    // RFC 5545 3.3.5 says that a doubled local time is the earlier; not every client does.
    private static bool HaveOwnLocalTimes(ZonedDateTime start, ZonedDateTime end) =>
        IsFarFromChanges(start, end) || (HasOwnLocalTime(start) && HasOwnLocalTime(end));

    /// <summary>Nearly every time is, and asking the zone for all instants of a local time takes long.</summary>
    private static bool IsFarFromChanges(ZonedDateTime start, ZonedDateTime end)
    {
        var interval = start.GetZoneInterval();
        return (!interval.HasStart || start.ToInstant() - interval.Start > Duration.FromDays(1))
            && (!interval.HasEnd || interval.End - end.ToInstant() > Duration.FromDays(1));
    }

    private static bool HasOwnLocalTime(ZonedDateTime time) => time.Zone.MapLocal(time.LocalDateTime).Count == 1;

    private static void Local(ContentLineWriter writer, ReadOnlySpan<byte> name, LocalDateTime value, VTimeZone zone)
    {
        writer.Name(name);
        writer.Parameter("TZID"u8, zone.Id);
        writer.Value(value);
    }

    private static void Instant(ContentLineWriter writer, ReadOnlySpan<byte> name, Instant? value)
    {
        if (value is null)
            return;
        writer.Name(name);
        writer.Value(value.Value);
    }

    private static void Text(ContentLineWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            writer.Text(name, value);
    }

    private static void Places(ContentLineWriter writer, Event item)
    {
        if (item.Url is { } url)
        {
            writer.Name("URL"u8);
            writer.Value(url.AbsoluteUri);
        }

        if (item.Conference is { } conference)
        {
            writer.Name("CONFERENCE;VALUE=URI;FEATURE=VIDEO"u8);
            writer.Value(conference.AbsoluteUri);
        }
    }

    private static void People(ContentLineWriter writer, Event item)
    {
        if (item.Organizer is { } organizer)
        {
            writer.Name("ORGANIZER"u8);
            writer.QuotedParameter("CN"u8, organizer.Name ?? organizer.Address);
            writer.Value(MailTo(organizer.Address));
        }

        if (item.Attendee is not { } attendee)
            return;
        writer.Name("ATTENDEE;CUTYPE=INDIVIDUAL"u8);
        writer.Parameter("ROLE"u8, attendee.Role == Role.Chair ? "CHAIR"u8 : "REQ-PARTICIPANT"u8);
        writer.Parameter("PARTSTAT"u8, attendee.Participation switch
        {
            Participation.Accepted => "ACCEPTED"u8,
            Participation.Declined => "DECLINED"u8,
            Participation.Tentative => "TENTATIVE"u8,
            _ => "NEEDS-ACTION"u8,
        });
        writer.Parameter("RSVP"u8, attendee.Rsvp ? "TRUE"u8 : "FALSE"u8);
        writer.QuotedParameter("CN"u8, attendee.Name ?? attendee.Address);
        writer.Value(MailTo(attendee.Address));
    }

    // Only what a URI cannot hold is encoded: clients compare the rest letter by letter with the reader's own address.
    private static string MailTo(string address) =>
        address.Aggregate(new StringBuilder("mailto:"), (text, c) => NotInUri.Contains(c) ? text.Append(Uri.HexEscape(c)) : text.Append(c)).ToString();
}
