using NodaTime;
using Sessions.ICalendar;

namespace Sessions.Tests.ICalendar;

public sealed class CalendarEventsTests
{
    /// <summary>As several programs write: Windows names, an own name, a rule with extra, skipped, changed and cancelled occurrences, lengths in both forms.</summary>
    internal const string Stranger = """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Somebody//Else//EN
        X-WR-TIMEZONE:Europe/Paris
        BEGIN:VTIMEZONE
        TZID:Our own
        X-LIC-LOCATION:America/New_York
        END:VTIMEZONE
        BEGIN:VEVENT
        UID:rule
        DTSTAMP:20260101T000000Z
        DTSTART;TZID="W. Europe Standard Time":20260318T120000
        DTEND;TZID=Europe/Berlin:20260318T133000
        RRULE:FREQ=WEEKLY;COUNT=5
        EXDATE;TZID=Europe/Berlin:20260325T120000
        RDATE;VALUE=DATE:20260320
        SUMMARY:Every week
        END:VEVENT
        BEGIN:VEVENT
        UID:rule
        DTSTAMP:20260101T000000Z
        RECURRENCE-ID:20260401T100000Z
        DTSTART:20260401T150000Z
        DURATION:PT45M
        SUMMARY:Later that day
        END:VEVENT
        BEGIN:VEVENT
        UID:rule
        DTSTAMP:20260101T000000Z
        RECURRENCE-ID;TZID=Europe/Berlin:20260408T120000
        DTSTART;TZID=Europe/Berlin:20260408T120000
        STATUS:CANCELLED
        END:VEVENT
        BEGIN:VEVENT
        UID:days
        DTSTAMP:20260101T000000Z
        DTSTART;VALUE=DATE:20260514
        DTEND;VALUE=DATE:20260516
        END:VEVENT
        BEGIN:VEVENT
        UID:floating
        DTSTAMP:20260101T000000Z
        DTSTART:20260610T090000
        DURATION:P1DT2H
        END:VEVENT
        BEGIN:VEVENT
        UID:own
        DTSTAMP:20260101T000000Z
        DTSTART;TZID=Our own:20260610T090000
        DTEND;TZID=/somebody.example/20050809_1/Europe/London:20260610T150000
        END:VEVENT
        END:VCALENDAR
        """;

    [Fact]
    public void Rules_changes_zones_and_lengths_of_a_strangers_calendar_are_read()
    {
        var read = Read(Stranger);

        Assert.DoesNotContain(read, e => e.Fault is not null);
        Assert.Equal(
            [
                "2026-03-18T11:00 90 Every week", "2026-03-20T11:00 90 Every week", "2026-04-01T15:00 45 Later that day", "2026-04-08T10:00 0 cancelled",
                "2026-04-15T10:00 90 Every week", "2026-05-14 to 2026-05-15", "2026-06-10T07:00 1560", "2026-06-10T13:00 60",
            ],
            read.Select(Words));
    }

    [Theory]
    [InlineData("DTSTART;TZID=Nowhere/Else:20260610T090000", EventFault.ZoneUnknown)]
    [InlineData("SUMMARY:x", EventFault.StartMissing)]
    [InlineData("DTSTART:20261301T090000", EventFault.StartUnreadable)]
    [InlineData("DTSTART:20260610T090000Z\nDTEND:20260610T080000Z", EventFault.EndBeforeStart)]
    [InlineData("DTSTART:20260610T090000Z\nDTEND:tomorrow", EventFault.EndUnreadable)]
    [InlineData("DTSTART:20260610T090000Z\nDURATION:-PT1H", EventFault.EndUnreadable)]
    [InlineData("DTSTART:20260610T090000Z\nDTEND:20360610T080000Z", EventFault.TooLong)]
    [InlineData("DTSTART:20260610T090000Z\nRRULE:FREQ=HOURLY", EventFault.RuleUnreadable)]
    [InlineData("DTSTART:20260610T090000Z\nRRULE:FREQ=DAILY\nEXDATE:never", EventFault.DatesUnreadable)]
    public void What_has_no_time_says_why(string lines, EventFault fault) =>
        Assert.Equal(fault, Assert.Single(Read($"BEGIN:VCALENDAR\nBEGIN:VEVENT\n{lines}\nEND:VEVENT\nEND:VCALENDAR")).Fault);

    [Fact]
    public void A_rule_without_an_end_is_followed_as_far_as_asked()
    {
        var read = Read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260101\nRRULE:FREQ=MONTHLY\nEND:VEVENT\nEND:VCALENDAR");

        Assert.Equal(24, read.Count);
    }

    /// <summary>What we write is what we read, across clock changes and for doubled hours.</summary>
    [Fact]
    public void Our_own_calendars_are_read_as_they_were_meant()
    {
        var random = new Random(5);
        var zones = new[] { "Europe/London", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "UTC" };
        var events = Enumerable.Range(0, 300).Select(i => Samples.Session with
        {
            Uid = $"{i}",
            Time = i % 5 == 0 ? new EventTime.WholeDays(new LocalDate(2026, 1, 1).PlusDays(i), new LocalDate(2026, 1, 1).PlusDays(i + random.Next(4)))
                : EventTime.At(new LocalDateTime(2026, 1, 1, 0, 0).PlusHours(random.Next(3 * 8760)).PlusMinutes(30), Samples.Zone(zones[i % 5]), Duration.FromMinutes(random.Next(1, 300))),
            Summary = $"A; b, c\\n \"{i}\"\n — déjà vu 🎉",
        }).ToList();

        var read = Read(Samples.Feed(events).Text());

        Assert.Equal(events.Select(Of), read.Select(e => (e.Source.Property("SUMMARY")!.Text, Moments(e.Time!))));
        static (string, (object, object)) Of(Event item) => (item.Summary, Moments(item.Time));
        static (object, object) Moments(EventTime time) => time is EventTime.Exact exact ? (exact.Start.ToInstant(), exact.End.ToInstant()) : (((EventTime.WholeDays)time).First, ((EventTime.WholeDays)time).Last);
    }

    internal static List<ReadEvent> Read(string text) =>
        [.. CalendarReader.Read(text).Components.SelectMany(calendar => CalendarEvents.Of(calendar, DateTimeZone.Utc, new(new LocalDate(2027, 12, 31))).Take(2000))];

    private static string Words(ReadEvent read)
    {
        var when = read.Time switch
        {
            EventTime.Exact e => $"{e.Start.ToInstant().InUtc().LocalDateTime:uuuu-MM-ddTHH:mm} {(e.End - e.Start).TotalMinutes}",
            EventTime.WholeDays d => $"{d.First:uuuu-MM-dd} to {d.Last:uuuu-MM-dd}",
            _ => "",
        };
        return $"{when} {(read.IsCancelled ? "cancelled" : read.Source.Property("SUMMARY")?.Text)}".Trim();
    }
}
