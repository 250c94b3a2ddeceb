using System.Text;
using Microsoft.EntityFrameworkCore;
using Sessions.Invitations;
using Sessions.Tests.Registrations;

namespace Sessions.Tests.Workflows;

/// <summary>A plain answer to the entry of one person, as a calendar program would mail it; each part can be other.</summary>
internal sealed record ReplyMail
{
    public required string Uid { get; init; }

    public required string To { get; init; }

    public required string Attendee { get; init; }

    public required string Start { get; init; }

    public string From { get; init; } = "kim@example.org";

    public string Answer { get; init; } = "ACCEPTED";

    public string Method { get; init; } = "REPLY";

    public int Sequence { get; init; }

    public string Stamp { get; init; } = "20231020T100000Z";

    public string MessageId { get; init; } = $"{Guid.NewGuid():n}@mail.example.org";

    public string Headers { get; init; } = "";

    /// <summary>Content lines of the event beside the usual ones.</summary>
    public string Lines { get; init; } = "";

    /// <summary>To the entry that this person has for the house's session.</summary>
    public static async Task<ReplyMail> To_entry(House house, string address = "kim@example.org")
    {
        await using var db = house.Database.Read();
        var entry = await db.CalendarEntries.SingleAsync(e => e.SessionId == house.SessionId && db.People.Any(p => p.Id == e.PersonId && p.Address == address) && e.Told != null && e.Told.State != SlotState.Left);
        return new()
        {
            Uid = entry.Uid,
            To = entry.Organizer,
            Attendee = address,
            From = address,
            Sequence = entry.Told!.Sequence,
            Start = entry.Told.Start.ToDateTimeUtc().ToString("yyyyMMdd'T'HHmmss'Z'", System.Globalization.CultureInfo.InvariantCulture),
        };
    }

    public string Calendar => string.Join("\r\n", $"""
        BEGIN:VCALENDAR
        PRODID:-//Example//Calendar//EN
        VERSION:2.0
        METHOD:{Method}
        BEGIN:VEVENT
        UID:{Uid}
        DTSTAMP:{Stamp}
        DTSTART:{Start}
        SEQUENCE:{Sequence}
        ORGANIZER:mailto:{To}
        ATTENDEE;PARTSTAT={Answer}:mailto:{Attendee}
        {Lines}
        END:VEVENT
        END:VCALENDAR
        """.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0)) + "\r\n";

    public byte[] Bytes => Encoding.UTF8.GetBytes(string.Join("\r\n", $"""
        From: Kim <{From}>
        To: {To}
        Subject: Accepted: Virtual wards
        Message-ID: <{MessageId}>
        Date: Fri, 20 Oct 2023 10:00:00 +0000
        MIME-Version: 1.0
        {Headers}
        Content-Type: text/calendar; method={Method}; charset=UTF-8
        """.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0)) + "\r\n\r\n" + Calendar);
}
