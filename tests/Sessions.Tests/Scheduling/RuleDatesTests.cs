using NodaTime;
using Sessions.Scheduling;

namespace Sessions.Tests.Scheduling;

public sealed class RuleDatesTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 20, 10, 0);

    [Fact]
    public void Every_second_week_counts_from_the_first_date_and_starts_after_now()
    {
        var dates = RuleDates.After(Now, "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", new LocalDate(2026, 11, 4), new(19, 0), "Europe/Warsaw").Take(3);
        Assert.Equal([new(2026, 12, 2, 19, 0), new(2026, 12, 16, 19, 0), new LocalDateTime(2026, 12, 30, 19, 0)], dates);
    }

    [Fact]
    public void A_start_later_today_is_still_to_come()
    {
        var rule = "FREQ=WEEKLY;BYDAY=FR";
        Assert.Equal(new LocalDate(2026, 11, 20), RuleDates.After(Now, rule, null, new(12, 0), "Europe/London").First().Date);
        Assert.Equal(new LocalDate(2026, 11, 27), RuleDates.After(Now, rule, null, new(10, 0), "Europe/London").First().Date);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("FREQ=HOURLY")]
    [InlineData("every Wednesday")]
    public void No_rule_and_no_readable_rule_have_no_dates(string? rule) =>
        Assert.Empty(RuleDates.After(Now, rule, null, new(12, 0), "Europe/London"));

    [Fact]
    public void Every_zone_offered_is_known() => Assert.All(SessionClock.Zones, zone => Assert.True(SessionClock.Knows(zone), zone));
}
