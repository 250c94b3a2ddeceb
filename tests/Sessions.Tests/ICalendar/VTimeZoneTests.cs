using System.Buffers;
using System.Text;
using NodaTime;
using Sessions.ICalendar;
using static Sessions.Tests.ICalendar.Samples;

namespace Sessions.Tests.ICalendar;

public class VTimeZoneTests
{
    [Theory]
    [InlineData("Europe/London", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU")]
    [InlineData("Europe/Warsaw", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU")]
    [InlineData("America/New_York", "FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", "FREQ=YEARLY;BYMONTH=11;BYDAY=1SU")]
    [InlineData("Australia/Sydney", "FREQ=YEARLY;BYMONTH=10;BYDAY=1SU", "FREQ=YEARLY;BYMONTH=4;BYDAY=1SU")]
    public void A_regular_zone_has_one_rule_for_each_half_of_the_year(string zone, string daylight, string standard)
    {
        // One year alone does not tell the fourth Sunday from the last; the years after it do.
        foreach (var last in new[] { 2020, 2029 })
        {
            var observances = VTimeZone.For(Zone(zone), 2020, last)!.Observances;

            Assert.Equal(daylight, Assert.Single(observances, observance => observance.IsDaylight).Rule!.ToString());
            Assert.Equal(standard, Assert.Single(observances, observance => !observance.IsDaylight).Rule!.ToString());
        }
    }

    [Theory]
    [InlineData("Asia/Kolkata", 2020)]
    [InlineData("Europe/Istanbul", 2017)]
    [InlineData("UTC+02", 2020)]
    public void A_zone_that_keeps_its_offset_has_one_observance(string zone, int year)
    {
        var observance = Assert.Single(VTimeZone.For(Zone(zone), year, year + 3)!.Observances);

        Assert.Equal(observance.From, observance.To);
        Assert.Null(observance.Rule);
    }

    [Theory]
    [InlineData("Africa/Casablanca", 2026, 2026)]
    [InlineData("Europe/Istanbul", 2014, 2017)]
    [InlineData("America/New_York", 2006, 2007)]
    public void A_zone_without_a_yearly_rule_has_none(string zone, int first, int last) =>
        Assert.Null(VTimeZone.For(Zone(zone), first, last));

    [Fact]
    public void A_zone_is_described_once_for_the_same_years() =>
        Assert.Same(VTimeZone.For(London, 2020, 2021), VTimeZone.For(London, 2020, 2021));

    [Fact]
    public void Every_zone_that_is_described_gives_the_offsets_of_the_tz_database()
    {
        var described = 0;
        foreach (var zone in DateTimeZoneProviders.Tzdb.Ids.Select(Zone))
        {
            if (VTimeZone.For(zone, 2019, 2028) is not { } description)
                continue;
            described++;
            foreach (var time in TellingTimes(zone))
            {
                Assert.True(
                    time.Offset == OffsetAt(description, time.LocalDateTime),
                    $"{time}: {OffsetAt(description, time.LocalDateTime)} is not {time.Offset}");
            }
        }

        Assert.InRange(described, 300, 1_000);
    }

    [Fact]
    public void A_zone_that_is_known_by_its_description_alone_has_the_offsets_of_the_tz_database()
    {
        var read = 0;
        foreach (var zone in DateTimeZoneProviders.Tzdb.Ids.Select(Zone))
        {
            if (VTimeZone.For(zone, 2019, 2028) is not { } description) continue;
            var output = new ArrayBufferWriter<byte>();
            description.WriteTo(new(output));
            var text = Encoding.UTF8.GetString(output.WrittenSpan).Replace($"TZID:{zone.Id}\r\n", "TZID:Made by hand\r\n", StringComparison.Ordinal);
            var calendar = CalendarReader.Read($"BEGIN:VCALENDAR\r\n{text}END:VCALENDAR\r\n").Components[0];
            var own = Assert.IsType<DescribedZone>(new CalendarZones(calendar, DateTimeZone.Utc).Find("Made by hand"));
            read++;
            foreach (var time in TellingTimes(zone)) Assert.Equal((zone.Id, time.ToInstant()), (zone.Id, time.LocalDateTime.InZone(own).ToInstant()));
        }

        Assert.InRange(read, 300, 1_000);
    }

    [Fact]
    public void A_description_that_says_nothing_is_no_zone_and_one_without_end_is_bounded()
    {
        Assert.Null(Described("BEGIN:STANDARD\r\nDTSTART:20200101T000000\r\nTZOFFSETFROM:+0100\r\nEND:STANDARD"));
        Assert.Null(Described("BEGIN:STANDARD\r\nDTSTART:20200101T000000\r\nTZOFFSETFROM:+9900\r\nTZOFFSETTO:+0100\r\nEND:STANDARD"));
        Assert.Null(Described(""));
        var daily = Described(string.Concat(Enumerable.Repeat("BEGIN:DAYLIGHT\r\nDTSTART:19900101T000000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:-013015\r\nRRULE:FREQ=DAILY\r\nEND:DAYLIGHT\r\n", 100)));
        Assert.Equal(Offset.FromSeconds(-5415), daily!.GetUtcOffset(Instant.FromUtc(2050, 1, 1, 0, 0)));
        Assert.Equal(Offset.FromHours(1), daily.GetUtcOffset(Instant.FromUtc(1980, 1, 1, 0, 0)));

        static DateTimeZone? Described(string inside) => new CalendarZones(
            CalendarReader.Read($"BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nTZID:Own\r\n{inside}\r\nEND:VTIMEZONE\r\nEND:VCALENDAR\r\n").Components[0], DateTimeZone.Utc).Find("Own");
    }

    /// <summary>Once a month, and as near to each clock change as local times are not doubled.</summary>
    private static IEnumerable<ZonedDateTime> TellingTimes(DateTimeZone zone)
    {
        var (first, last) = (Instant.FromUtc(2019, 1, 2, 0, 0), Instant.FromUtc(2028, 12, 30, 0, 0));
        var monthly = Enumerable.Range(0, 120).Select(month => first + Duration.FromDays(30 * month));
        var changes = zone.GetZoneIntervals(first, last).Where(interval => interval.HasStart && interval.Start > first).Select(interval => interval.Start);
        return monthly.Concat(changes.SelectMany(change => new[] { change - Duration.FromMinutes(121), change + Duration.FromMinutes(121) }))
            .Select(instant => instant.InZone(zone));
    }

    /// <summary>By the text of RFC 5545 3.6.5: the observance with the latest onset before the time.</summary>
    private static Offset OffsetAt(VTimeZone zone, LocalDateTime time) => zone.Observances
        .Select(observance => (Onset: observance.Rule is { } rule
            ? rule.Occurrences(observance.Start).TakeWhile(onset => onset <= time).LastOrDefault()
            : observance.Start, observance.To))
        .MaxBy(last => last.Onset).To;
}
