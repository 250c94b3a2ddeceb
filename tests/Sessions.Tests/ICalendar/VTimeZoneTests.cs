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
            for (var day = new LocalDate(2019, 1, 1); day.Year <= 2028; day = day.PlusDays(5))
            {
                var noon = day.At(new LocalTime(12, 0));
                Assert.True(
                    noon.InZone(zone).Offset == OffsetAt(description, noon),
                    $"{zone.Id} at {noon}: {OffsetAt(description, noon)} is not {noon.InZone(zone).Offset}");
            }
        }

        Assert.InRange(described, 300, 1_000);
    }

    /// <summary>By the text of RFC 5545 3.6.5: the observance with the latest onset before the time.</summary>
    private static Offset OffsetAt(VTimeZone zone, LocalDateTime time) => zone.Observances
        .Select(observance => (Onset: observance.Rule is { } rule
            ? rule.Occurrences(observance.Start).TakeWhile(onset => onset <= time).LastOrDefault()
            : observance.Start, observance.To))
        .MaxBy(last => last.Onset).To;
}
