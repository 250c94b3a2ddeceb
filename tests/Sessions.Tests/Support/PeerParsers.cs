namespace Sessions.Tests.Support;

/// <summary>Parsers that others wrote, to read what we write. Each call is one process: give it all calendars at once.</summary>
public static class PeerParsers
{
    public static PeerCalendar ParseWithIcalJs(byte[] calendar) => Assert.Single(ParseWithIcalJs([calendar]));

    public static PeerCalendar ParseWithPython(byte[] calendar) => Assert.Single(ParseWithPython([calendar]));

    public static IReadOnlyList<PeerCalendar> ParseWithIcalJs(IEnumerable<byte[]> calendars) => Parse("parse-ical.mjs", calendars);

    public static IReadOnlyList<PeerCalendar> ParseWithPython(IEnumerable<byte[]> calendars) => Parse("parse-ical.py", calendars);

    private static List<PeerCalendar> Parse(string script, IEnumerable<byte[]> calendars) =>
        PeerProcess.Run<List<PeerCalendar>>(script, [.. calendars.SelectMany(calendar => calendar)]);
}

public sealed record PeerCalendar(string? Method, string? Name, IReadOnlyList<PeerEvent> Events);

/// <param name="Start">UTC (2020-03-26T11:00:00Z) by the file's own VTIMEZONE, or a date.</param>
/// <param name="End">As <paramref name="Start" />.</param>
public sealed record PeerEvent(
    string Uid, int Sequence, string Stamp, string Start, string End, string? Tzid, string Summary, string? Description, string? Location,
    string? Url, string? Conference, string? Status, string? Transp, PeerPerson? Organizer, PeerPerson? Attendee);

/// <param name="Address">With its scheme.</param>
public sealed record PeerPerson(string Address, string? Cn, string? Cutype, string? Role, string? Partstat, string? Rsvp);
