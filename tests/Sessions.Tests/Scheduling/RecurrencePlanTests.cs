using NodaTime;
using Sessions.Scheduling;

namespace Sessions.Tests.Scheduling;

public sealed class RecurrencePlanTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 20, 10, 0);

    [Fact]
    public void Every_second_week_counts_from_the_first_date_and_starts_after_now()
    {
        var dates = new RecurrencePlan("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", new LocalDate(2026, 11, 4), new(19, 0), "Europe/Warsaw").After(Now).Take(3);
        Assert.Equal([new(2026, 12, 2, 19, 0), new(2026, 12, 16, 19, 0), new LocalDateTime(2026, 12, 30, 19, 0)], dates);
    }

    [Fact]
    public void A_start_later_today_is_still_to_come()
    {
        var plan = new RecurrencePlan("FREQ=WEEKLY;BYDAY=FR", null, new(12, 0), "Europe/London");
        Assert.Equal(new LocalDate(2026, 11, 20), plan.After(Now).First().Date);
        Assert.Equal(new LocalDate(2026, 11, 27), (plan with { Start = new(10, 0) }).After(Now).First().Date);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("FREQ=HOURLY")]
    [InlineData("every Wednesday")]
    public void No_rule_and_no_readable_rule_have_no_dates(string? rule) =>
        Assert.Empty(new RecurrencePlan(rule, null, new(12, 0), "Europe/London").After(Now));

    [Fact]
    public void Extra_days_stand_among_those_of_the_rule_and_skipped_ones_are_left_out()
    {
        var plan = new RecurrencePlan("FREQ=WEEKLY;BYDAY=WE", new LocalDate(2026, 11, 25), new(12, 0), "Europe/London")
        {
            Extra = DateList.Of([new(2026, 12, 4), new(2026, 12, 4), new(2026, 10, 1)]),
            Skipped = DateList.Of([new(2026, 12, 2)]),
        };
        Assert.Equal([new(2026, 11, 25), new(2026, 12, 4), new LocalDate(2026, 12, 9)], plan.After(Now).Take(3).Select(local => local.Date));
        Assert.Equal([new LocalDate(2026, 12, 4)], (plan with { Rule = null }).After(Now).Select(local => local.Date));
        Assert.Equal([new(2026, 12, 4), new LocalDate(2026, 12, 9)], plan.Between(new(2026, 11, 26), new(2026, 12, 9)).Select(local => local.Date));
    }

    [Fact]
    public void A_list_of_days_reads_what_it_writes_and_nothing_else()
    {
        var days = DateList.Parse("2026-12-09, 2026-12-02\n2026-12-09")!;
        Assert.Equal("2026-12-02 2026-12-09", days.ToString());
        Assert.Equal(days, DateList.Parse(days.ToString()));
        Assert.Equal(DateList.None, DateList.Parse(" "));
        Assert.Null(DateList.Parse("9 December"));
    }

    [Fact]
    public void Every_zone_offered_is_known() => Assert.All(SessionClock.Zones, zone => Assert.True(SessionClock.Knows(zone), zone));
}
