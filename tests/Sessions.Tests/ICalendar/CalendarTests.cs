using NodaTime;
using Sessions.ICalendar;
using static Sessions.Tests.ICalendar.Samples;

namespace Sessions.Tests.ICalendar;

public class CalendarTests
{
    [Fact]
    public void A_request_names_one_attendee_and_the_zone()
    {
        var lines = Message(Method.Request, Invitation).Lines();

        Assert.Equal(["BEGIN:VCALENDAR", "VERSION:2.0"], lines.Take(2));
        Assert.True(Array.IndexOf(lines, "METHOD:REQUEST") < Array.IndexOf(lines, "BEGIN:VTIMEZONE"));
        Assert.Contains("SEQUENCE:0", lines);
        Assert.Contains("DTSTAMP:20200301T093000Z", lines);
        Assert.Contains("DTSTART;TZID=Europe/London:20200326T110000", lines);
        Assert.Contains("DTEND;TZID=Europe/London:20200326T120000", lines);
        Assert.Contains("STATUS:CONFIRMED", lines);
        Assert.Contains("ORGANIZER;CN=\"Open data\":mailto:rsvp+a1b2@example.org", lines);
        Assert.Contains(
            "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=TRUE;CN=\"Ann\":mailto:ann@example.org", lines);
        Assert.DoesNotContain("BEGIN:VALARM", lines);
        Assert.EndsWith("END:VCALENDAR\r\n", Message(Method.Request, Invitation).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancel_says_cancelled_but_not_when_one_person_is_removed()
    {
        var cancelled = Invitation with { Sequence = 1, Status = EventStatus.Cancelled };

        Assert.Contains("STATUS:CANCELLED", Message(Method.Cancel, cancelled).Lines());
        Assert.DoesNotContain(Message(Method.Cancel, cancelled with { Status = null }).Lines(), line => line.StartsWith("STATUS", StringComparison.Ordinal));
    }

    [Fact]
    public void A_feed_has_a_name_an_hour_of_life_and_no_attendee()
    {
        var lines = (Feed(Session with { Transparent = true }) with { Name = "Open data; weekly" }).Lines();

        Assert.Contains("METHOD:PUBLISH", lines);
        Assert.Contains(@"NAME:Open data\; weekly", lines);
        Assert.Contains(@"X-WR-CALNAME:Open data\; weekly", lines);
        Assert.Contains("REFRESH-INTERVAL;VALUE=DURATION:PT1H", lines);
        Assert.Contains("X-PUBLISHED-TTL:PT1H", lines);
        Assert.Contains("TRANSP:TRANSPARENT", lines);
        Assert.DoesNotContain(lines, line => line.StartsWith("ATTENDEE", StringComparison.Ordinal));
        Assert.Throws<ArgumentException>(() => Feed(Invitation).ToBytes());
    }

    [Fact]
    public void A_message_without_organizer_or_attendee_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Message(Method.Request, Invitation with { Organizer = null }).ToBytes());
        Assert.Throws<ArgumentException>(() => Message(Method.Cancel, Invitation with { Attendee = null }).ToBytes());
    }

    [Fact]
    public void Whole_days_end_on_the_day_after_the_last()
    {
        var lines = Feed(Session with { Time = new EventTime.WholeDays(new(2022, 10, 31), new(2022, 10, 31)) }).Lines();

        Assert.Contains("DTSTART;VALUE=DATE:20221031", lines);
        Assert.Contains("DTEND;VALUE=DATE:20221101", lines);
        Assert.DoesNotContain("BEGIN:VTIMEZONE", lines);
    }

    [Fact]
    public void Sessions_of_one_zone_share_one_description_of_it()
    {
        var later = Session with { Uid = "later", Time = EventTime.At(new LocalDateTime(2022, 4, 2, 11, 0), London, Duration.FromHours(1)) };

        Assert.Single(Feed(Session, later).Lines(), "BEGIN:VTIMEZONE");
    }

    [Fact]
    public void A_zone_without_a_yearly_rule_is_written_in_utc()
    {
        var lines = Feed(Session with { Time = EventTime.At(new LocalDateTime(2026, 5, 4, 18, 0), Zone("Africa/Casablanca"), Duration.FromHours(1)) }).Lines();

        Assert.Contains("DTSTART:20260504T170000Z", lines);
        Assert.DoesNotContain("BEGIN:VTIMEZONE", lines);
    }

    [Theory]
    [InlineData(0, "20201024T233000Z", "20201025T003000Z")]
    [InlineData(1, "20201025T003000Z", "20201025T013000Z")]
    [InlineData(2, "20201025T023000Z", "20201025T033000Z")]
    public void A_session_that_touches_a_doubled_hour_is_written_in_utc(int hour, string start, string end)
    {
        var lines = Feed(Session with { Time = EventTime.At(new LocalDateTime(2020, 10, 25, hour, 30), London, Duration.FromHours(1)) }).Lines();

        Assert.Equal(hour < 2, lines.Contains($"DTSTART:{start}") && lines.Contains($"DTEND:{end}"));
        Assert.Equal(hour == 2, lines.Contains("DTSTART;TZID=Europe/London:20201025T023000"));
    }

    [Fact]
    public void An_address_that_a_uri_cannot_hold_is_encoded() =>
        Assert.Contains(
            Message(Method.Request, Invitation with { Organizer = new(null, "a%b\"c@example.org") }).Lines(),
            line => line == "ORGANIZER;CN=\"a%b^'c@example.org\":mailto:a%25b%22c@example.org");

    [Fact]
    public void A_recurring_event_has_its_rule_its_gaps_and_its_end_in_the_forms_that_RFC_5545_wants()
    {
        var lines = Message(Method.Request, Invitation with { Rule = new() { Frequency = Frequency.Weekly, Until = new(2020, 4, 16, 23, 59, 59) }, Except = [new(2020, 4, 2, 11, 0)] }).Lines();
        Assert.Contains("RRULE:FREQ=WEEKLY;UNTIL=20200416T225959Z", lines);
        Assert.Contains("EXDATE;TZID=Europe/London:20200402T110000", lines);
        Assert.Contains("DTSTART;TZID=Europe/London:20200326T110000", lines);
    }

    [Fact]
    public void One_occurrence_is_named_in_the_zone_of_the_whole_wherever_it_moves()
    {
        var moved = Invitation with { Occurrence = new LocalDateTime(2020, 4, 2, 11, 0).InZoneStrictly(London), Time = EventTime.At(new(2020, 4, 3, 18, 0), Zone("Europe/Warsaw"), Duration.FromHours(1)) };
        var lines = Message(Method.Request, moved).Lines();
        Assert.Contains("RECURRENCE-ID;TZID=Europe/London:20200402T110000", lines);
        Assert.Contains("DTSTART;TZID=Europe/Warsaw:20200403T180000", lines);
        Assert.Equal(["TZID:Europe/London", "TZID:Europe/Warsaw"], lines.Where(l => l.StartsWith("TZID:", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Only_the_years_of_the_rule_need_one_of_its_zone_and_a_rule_without_one_is_refused()
    {
        var casablanca = Zone("Africa/Casablanca");
        var whole = Invitation with { Time = EventTime.At(new(2024, 4, 18, 12, 0), casablanca, Duration.FromHours(1)), Rule = new() { Frequency = Frequency.Weekly, Count = 5 } };
        var moved = Invitation with { Occurrence = new LocalDateTime(2024, 4, 25, 12, 0).InZoneStrictly(casablanca), Time = EventTime.At(new(2025, 5, 1, 12, 0), casablanca, Duration.FromHours(1)) };

        var lines = new Calendar { Method = Method.Request, Events = [whole, moved] }.Lines();

        Assert.Contains("DTSTART;TZID=Africa/Casablanca:20240418T120000", lines);
        Assert.Contains("DTSTART:20250501T110000Z", lines);
        Assert.Throws<ArgumentException>(() => Message(Method.Request, whole with { Rule = new() { Frequency = Frequency.Weekly } }).ToBytes());
    }
}
