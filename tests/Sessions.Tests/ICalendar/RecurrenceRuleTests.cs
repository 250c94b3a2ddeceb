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
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-1", RuleRefusal.Unsupported, "BYMONTHDAY=-1")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=1,15", RuleRefusal.Unsupported, "BYMONTHDAY=1,15")]
    [InlineData("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2", RuleRefusal.Unsupported, "BYSETPOS=2")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU", RuleRefusal.Unsupported, "WKST=SU")]
    [InlineData("FREQ=WEEKLY;BYDAY=2TU", RuleRefusal.Unsupported, "FREQ=WEEKLY;BYDAY=2TU")]
    [InlineData("FREQ=MONTHLY;BYDAY=TU", RuleRefusal.Unsupported, "FREQ=MONTHLY;BYDAY=TU")]
    [InlineData("FREQ=MONTHLY;BYDAY=2TU,4TU", RuleRefusal.Unsupported, "FREQ=MONTHLY;BYDAY=2TU,4TU")]
    [InlineData("FREQ=MONTHLY;BYDAY=5TU", RuleRefusal.Unsupported, "FREQ=MONTHLY;BYDAY=5TU")]
    [InlineData("FREQ=MONTHLY;BYDAY=1FR;BYMONTHDAY=13", RuleRefusal.Unsupported, "FREQ=MONTHLY;BYDAY=1FR;BYMONTHDAY=13")]
    [InlineData("FREQ=YEARLY;BYDAY=20MO", RuleRefusal.Unsupported, "FREQ=YEARLY;BYDAY=20MO")]
    [InlineData("FREQ=DAILY;BYMONTH=1", RuleRefusal.Unsupported, "FREQ=DAILY;BYMONTH=1")]
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
    public void A_weekday_that_not_every_month_has_is_never_guessed() =>
        Assert.Throws<InvalidOperationException>(() =>
            new RecurrenceRule { Frequency = Frequency.Monthly, ByDay = [new(5, IsoDayOfWeek.Tuesday)] }
                .Occurrences(new LocalDateTime(2026, 1, 1, 18, 0)).First());

    private static RecurrenceRule Parsed(string text) => Assert.IsType<ParsedRule.Accepted>(RecurrenceRuleParser.Parse(text, London)).Rule;
}
