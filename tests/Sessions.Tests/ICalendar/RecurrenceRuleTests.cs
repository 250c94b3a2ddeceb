using NodaTime;
using Sessions.ICalendar;
using static Sessions.Tests.ICalendar.Samples;

namespace Sessions.Tests.ICalendar;

public class RecurrenceRuleTests
{
    [Theory]
    [InlineData("FREQ=DAILY;INTERVAL=3;COUNT=4")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH")]
    [InlineData("FREQ=MONTHLY;BYDAY=-1TH;UNTIL=20261231T110000")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=31")]
    [InlineData("FREQ=YEARLY;BYMONTH=3;BYDAY=2SU")]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=-1,20;BYDAY=MO,FR;WKST=SU")]
    [InlineData("FREQ=YEARLY;BYYEARDAY=-366,1,100;BYSETPOS=-1")]
    [InlineData("FREQ=MONTHLY;BYMONTH=1,2;BYMONTHDAY=-1,13;BYDAY=FR,-5SA")]
    public void A_rule_is_written_as_it_was_read(string text)
    {
        var rule = Parsed(text);

        Assert.Equal(text, rule.ToString());
        Assert.Equal(rule, Parsed(text.ToLowerInvariant()));
    }

    [Fact]
    public void Until_is_local_for_us_and_utc_for_calendars()
    {
        var rule = Parsed("FREQ=WEEKLY;UNTIL=20260625T100000Z");

        Assert.Equal(new LocalDateTime(2026, 6, 25, 11, 0), rule.Until);
        Assert.Equal("FREQ=WEEKLY;UNTIL=20260625T100000Z", rule.ToString(London));
        Assert.Equal(new LocalDateTime(2026, 6, 25, 23, 59, 59), Parsed("FREQ=WEEKLY;UNTIL=20260625").Until);
    }

    [Theory]
    [InlineData("", RuleRefusal.Malformed, "")]
    [InlineData("INTERVAL=2", RuleRefusal.Malformed, "INTERVAL=2")]
    [InlineData("FREQ=FORTNIGHTLY", RuleRefusal.Malformed, "FREQ=FORTNIGHTLY")]
    [InlineData("FREQ=WEEKLY;FREQ=DAILY", RuleRefusal.Malformed, "FREQ=DAILY")]
    [InlineData("FREQ=WEEKLY;BYDAY=XX", RuleRefusal.Malformed, "BYDAY=XX")]
    [InlineData("FREQ=WEEKLY;BYDAY=", RuleRefusal.Malformed, "BYDAY=")]
    [InlineData("FREQ=WEEKLY;COUNT=many", RuleRefusal.Malformed, "COUNT=MANY")]
    [InlineData("FREQ=WEEKLY;UNTIL=20260231", RuleRefusal.Malformed, "UNTIL=20260231")]
    [InlineData("FREQ=WEEKLY;COLOUR=RED", RuleRefusal.Malformed, "COLOUR=RED")]
    [InlineData("FREQ=WEEKLY;INTERVAL=0", RuleRefusal.OutOfRange, "INTERVAL=0")]
    [InlineData("FREQ=WEEKLY;COUNT=99999999999", RuleRefusal.OutOfRange, "COUNT=99999999999")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=32", RuleRefusal.OutOfRange, "BYMONTHDAY=32")]
    [InlineData("FREQ=HOURLY", RuleRefusal.Unsupported, "FREQ=HOURLY")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-32", RuleRefusal.OutOfRange, "BYMONTHDAY=-32")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=0", RuleRefusal.OutOfRange, "BYMONTHDAY=0")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=1,,2", RuleRefusal.Malformed, "BYMONTHDAY=1,,2")]
    [InlineData("FREQ=YEARLY;BYMONTH=-1", RuleRefusal.Malformed, "BYMONTH=-1")]
    [InlineData("FREQ=MONTHLY;BYDAY=6TU", RuleRefusal.OutOfRange, "FREQ=MONTHLY;BYDAY=6TU")]
    [InlineData("FREQ=WEEKLY;WKST=2MO", RuleRefusal.Malformed, "WKST=2MO")]
    [InlineData("FREQ=DAILY;BYHOUR=9", RuleRefusal.Unsupported, "BYHOUR=9")]
    [InlineData("FREQ=WEEKLY;BYDAY=2TU", RuleRefusal.Misplaced, "FREQ=WEEKLY;BYDAY=2TU")]
    [InlineData("FREQ=WEEKLY;BYMONTHDAY=2", RuleRefusal.Misplaced, "FREQ=WEEKLY;BYMONTHDAY=2")]
    [InlineData("FREQ=MONTHLY;BYYEARDAY=2", RuleRefusal.Misplaced, "FREQ=MONTHLY;BYYEARDAY=2")]
    [InlineData("FREQ=DAILY;BYWEEKNO=2", RuleRefusal.Misplaced, "FREQ=DAILY;BYWEEKNO=2")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=20;BYDAY=2MO", RuleRefusal.Misplaced, "FREQ=YEARLY;BYWEEKNO=20;BYDAY=2MO")]
    [InlineData("FREQ=MONTHLY;BYSETPOS=1", RuleRefusal.Misplaced, "FREQ=MONTHLY;BYSETPOS=1")]
    [InlineData("FREQ=DAILY;COUNT=2;UNTIL=20260625", RuleRefusal.CountAndUntil, "FREQ=DAILY;COUNT=2;UNTIL=20260625")]
    public void A_rule_we_do_not_keep_is_refused_by_name(string text, RuleRefusal reason, string part) =>
        Assert.Equal(new ParsedRule.Refused(reason, part), RecurrenceRuleParser.Parse(text, London));

    [Fact]
    public void Nothing_a_stranger_writes_makes_the_parser_throw()
    {
        const string letters = "FREQ=WEKLYBDAUNTICOH;,:0123456789+-Z \r\n\0é";
        var random = new Random(5545);
        for (var round = 0; round < 20_000; round++)
        {
            var noise = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => letters[random.Next(letters.Length)]));
            if (RecurrenceRuleParser.Parse("FREQ=WEEKLY;" + noise, London) is ParsedRule.Accepted { Rule: var rule })
                Assert.Equal(rule, Parsed(rule.ToString()));
        }
    }

    [Fact]
    public void A_rule_without_an_end_is_asked_only_as_far_as_wanted_and_ends_after_a_thousand_years()
    {
        var start = new LocalDateTime(2026, 1, 1, 18, 0);

        Assert.Equal(start.PlusDays(2), Parsed("FREQ=DAILY").Occurrences(start).ElementAt(2));
        Assert.Equal(3026, Parsed("FREQ=YEARLY").Occurrences(start).Last().Year);
        Assert.Empty(Parsed("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30").Occurrences(start));
    }

    [Fact]
    public void A_start_that_does_not_fit_the_rule_is_no_occurrence() =>
        Assert.Equal(
            new LocalDateTime(2026, 1, 6, 18, 0),
            Parsed("FREQ=WEEKLY;BYDAY=TU").Occurrences(new LocalDateTime(2026, 1, 1, 18, 0)).First());

    [Fact]
    public void Every_example_of_RFC_5545_gives_the_dates_it_names()
    {
        Assert.Equal(37, Rfc5545Examples.All.Count());
        Assert.All(Rfc5545Examples.All, example =>
        {
            var rule = Assert.IsType<ParsedRule.Accepted>(RecurrenceRuleParser.Parse(example.Rule, Rfc5545Examples.Zone)).Rule;
            var ends = rule.Count is not null || rule.Until is not null;
            Assert.Equal(example.Days.Select(day => day + example.Start.TimeOfDay), rule.Occurrences(example.Start).Take(example.Days.Count + (ends ? 1 : 0)));
        });
    }

    [Theory]
    [InlineData("FREQ=MONTHLY;BYDAY=5TU", "2026-01-01", "2026-03-31 2026-06-30 2026-09-29")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=31", "2026-01-31", "2026-01-31 2026-03-31 2026-05-31")]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2024-02-29", "2024-02-29 2028-02-29 2032-02-29")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO", "2019-01-01", "2019-12-30 2021-01-04 2022-01-03")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=20", "2026-05-13", "2026-05-13 2027-05-19 2028-05-17")]
    public void A_day_that_a_month_or_year_lacks_is_left_out_and_a_week_has_the_weekday_of_the_start(string rule, string start, string days) =>
        Assert.Equal(days.Split(' '), Parsed(rule).Occurrences(NodaTime.Text.LocalDatePattern.Iso.Parse(start).Value.At(new(18, 0))).Take(3).Select(time => $"{time:uuuu-MM-dd}"));

    [Fact]
    public void A_rule_that_skips_years_makes_nothing_of_their_days()
    {
        var rule = Parsed("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=SU");
        var start = new LocalDateTime(2026, 1, 1, 18, 0);
        Assert.Equal(2032, rule.Occurrences(start).First().Year);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(33, rule.Occurrences(start).Count());

        // A thousand years are 365,000 days; what is made is the rule's own state and 33 dates.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4096);
    }

    [Fact]
    public void Extra_dates_come_in_order_with_the_rules_and_skipped_ones_not_at_all()
    {
        var start = new LocalDateTime(2026, 1, 6, 18, 0);
        var set = new RecurrenceSet(start)
        {
            Rule = Parsed("FREQ=WEEKLY;COUNT=4"),
            ExtraDates = [start.PlusDays(30), start.PlusDays(1), start.PlusDays(7), start.PlusDays(-3)],
            SkippedDates = [start.PlusDays(14), start.PlusDays(30)],
        };

        Assert.Equal([-3, 0, 1, 7, 21], set.Occurrences().Select(time => Period.Between(start, time, PeriodUnits.Days).Days));
        Assert.Equal([start], new RecurrenceSet(start) { ExtraDates = [start] }.Occurrences());
        Assert.Equal(start, new RecurrenceSet(start) { Rule = Parsed("FREQ=DAILY") }.Occurrences().First());
    }

    private static RecurrenceRule Parsed(string text) => Assert.IsType<ParsedRule.Accepted>(RecurrenceRuleParser.Parse(text, London)).Rule;
}
