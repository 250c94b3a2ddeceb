using System.Globalization;
using NodaTime;
using Sessions.ICalendar;

namespace Sessions.Invitations;

/// <summary>Takes the answers out of a calendar that came by mail, in the shapes that programs write them in.</summary>
internal static class ReplyReader
{
    private const int MostReplies = 100, MostAttendees = 20, LongestComment = 2_000;

    public static ReplyText Read(string text)
    {
        if (CalendarReader.Read(text).Components.FirstOrDefault(c => c.Name == "VCALENDAR") is not { } calendar) return new("", []);
        var zones = new CalendarZones(calendar, DateTimeZone.Utc);
        // Some write each answer twice, some repeat every occurrence: each is taken once.
        return new((calendar.Property("METHOD")?.Value ?? "").Trim().ToUpperInvariant(),
            [.. calendar.Components.Where(c => c.Name == "VEVENT").Take(MostReplies).Select(c => Read(c, zones)).OfType<Reply>().GroupBy(r => (r.Uid, r.Slot)).Select(same => same.OrderByDescending(r => r.Stamp ?? Instant.MinValue).First())]);
    }

    private static Reply? Read(CalendarComponent item, CalendarZones zones)
    {
        if (item.Property("UID") is not { } number || OutlookUid.Unwrap(number.Text.Trim()) is not { Length: > 0 and <= 255 } uid || uid.Any(char.IsControl)) return null;
        var slot = item.Property("RECURRENCE-ID");
        var at = slot is null ? null : Moment(slot, zones);
        return new(uid, at, [.. item.All("ATTENDEE").Take(MostAttendees).Select(Attendee)], Number(item.Property("SEQUENCE")?.Value), item.Property("DTSTAMP") is { } stamp ? Moment(stamp, zones) : null)
        {
            IsSlotUnreadable = slot is not null && at is null,
            Comment = Comment(item) is { } said ? TypedText.Cut(said, LongestComment) : null,
            Proposed = EventTimeReader.Read(item, zones).Time,
        };
    }

    /// <summary>COMMENT, or where Google writes it: beside the answer.</summary>
    private static string? Comment(CalendarComponent item) => TypedText.Lines(item.Property("COMMENT")?.Text)
        ?? TypedText.Lines(item.All("ATTENDEE").Take(MostAttendees).Select(a => a.Parameter("X-RESPONSE-COMMENT")).FirstOrDefault(said => !string.IsNullOrWhiteSpace(said)));

    private static Instant? Moment(CalendarProperty property, CalendarZones zones) =>
        property.Times is [var time, ..] && time.Kind != CalendarTimeKind.Day && zones.Of(time) is { } zone ? time.Local.InZone(zone).ToInstant() : null;

    private static int Number(string? written) => int.TryParse(written?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static ReplyAttendee Attendee(CalendarProperty property) => new(
        [.. new[] { property.Value, property.Parameter("EMAIL") }.OfType<string>().Select(Bare)],
        property.Parameter("PARTSTAT")?.Trim().ToUpperInvariant() switch
        {
            "ACCEPTED" => Participation.Accepted,
            "DECLINED" => Participation.Declined,
            "TENTATIVE" => Participation.Tentative,
            _ => null,
        });

    private static string Bare(string address)
    {
        var bare = address.Trim().Trim('"');
        return bare.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? Uri.UnescapeDataString(bare[7..].Split('?')[0]).Trim() : bare;
    }
}
