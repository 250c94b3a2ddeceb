using System.Text;
using NodaTime;
using Sessions.ICalendar;

namespace Sessions.Tests.ICalendar;

internal static class Samples
{
    public static readonly DateTimeZone London = Zone("Europe/London");

    public static readonly Event Session = new()
    {
        Uid = "5d6a2b9e-0c1f-4f43-9a53-2f7c1f0e4a11",
        Stamp = Instant.FromUtc(2020, 3, 1, 9, 30),
        Time = EventTime.At(new LocalDateTime(2020, 3, 26, 11, 0), London, Duration.FromHours(1)),
        Summary = "Data that saves lives",
    };

    public static readonly Event Invitation = Session with
    {
        Organizer = new("Open data", "rsvp+a1b2@example.org"),
        Attendee = new("Ann", "ann@example.org", Role.RequiredParticipant, Participation.Accepted, Rsvp: true),
        Status = EventStatus.Confirmed,
    };

    public static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb[id];

    public static Calendar Feed(params IReadOnlyList<Event> events) => new() { Method = Method.Publish, Events = events };

    public static Calendar Message(Method method, Event item) => new() { Method = method, Events = [item] };

    public static string Text(this Calendar calendar) => Encoding.UTF8.GetString(calendar.ToBytes());

    /// <summary>The lines with folding undone.</summary>
    public static string[] Lines(this Calendar calendar) =>
        calendar.Text().Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
}
