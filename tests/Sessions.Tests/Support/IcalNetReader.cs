using System.Text;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;

namespace Sessions.Tests.Support;

/// <summary>Calendars and rules as Ical.Net reads them. It takes the zone's rules from its own copy of tzdb, not from the file.</summary>
internal static class IcalNetReader
{
    public static IReadOnlyList<PeerCalendar> Parse(IEnumerable<byte[]> files) =>
        [.. files.Select(file => Calendar(Ical.Net.Calendar.Load(Encoding.UTF8.GetString(file))!))];

    /// <summary>The first starts of a rule, as local times.</summary>
    public static IReadOnlyList<string> Occurrences(string rule, string start, int take)
    {
        var read = Ical.Net.Calendar.Load($"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:{start}\r\nRRULE:{rule}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")!;
        return [.. read.Events.Single().GetOccurrences().Take(take).Select(one => $"{one.Period.StartTime.Value:yyyy-MM-ddTHH:mm:ss}")];
    }

    private static PeerCalendar Calendar(Ical.Net.Calendar read) =>
        new(read.Method, read.Properties.Get<string>("X-WR-CALNAME"), [.. read.Events.Select(Event)]);

    private static PeerEvent Event(CalendarEvent read) => new(
        read.Uid!, read.Sequence, Time(read.DtStamp!), Time(read.DtStart!), Time(read.DtEnd!), read.DtStart!.TzId, read.Summary!, read.Description, read.Location,
        read.Url?.OriginalString, read.Properties.Get<string>("CONFERENCE"), read.Status, read.Transparency,
        read.Organizer is { } organizer ? new(organizer.Value!.OriginalString, Decoded(organizer.CommonName), null, null, null, null) : null,
        read.Attendees is [var attendee, ..]
            ? new(attendee.Value!.OriginalString, Decoded(attendee.CommonName), attendee.Type, attendee.Role, attendee.ParticipationStatus, attendee.Rsvp ? "TRUE" : "FALSE")
            : null);

    /// <summary>It leaves the signs of RFC 6868 in a parameter as they are.</summary>
    private static string? Decoded(string? parameter) =>
        parameter?.Replace("^'", "\"", StringComparison.Ordinal).Replace("^n", "\n", StringComparison.Ordinal).Replace("^^", "^", StringComparison.Ordinal);

    private static string Time(CalDateTime time) => time.HasTime ? $"{time.AsUtc:yyyy-MM-ddTHH:mm:ssZ}" : $"{time.Value:yyyy-MM-dd}";
}
