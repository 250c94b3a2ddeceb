using NodaTime;
using Sessions.Scheduling;

namespace Sessions.Tests.Scheduling;

public class PlainRuleTests
{
    private static readonly DateTimeZone Warsaw = DateTimeZoneProviders.Tzdb["Europe/Warsaw"];

    public static TheoryData<PlainRule, string, string> Rules() => new()
    {
        { new PlainRule.Weekly(1, Weekdays.Tuesday), "FREQ=WEEKLY;BYDAY=TU", "every Tuesday" },
        { new PlainRule.Weekly(2, Weekdays.Tuesday), "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "every second Tuesday" },
        { new PlainRule.Weekly(6, Weekdays.Wednesday), "FREQ=WEEKLY;INTERVAL=6;BYDAY=WE", "every 6 weeks on Wednesday" },
        { new PlainRule.Weekly(1, Weekdays.Monday | Weekdays.Wednesday | Weekdays.Sunday), "FREQ=WEEKLY;BYDAY=MO,WE,SU", "every Monday, Wednesday and Sunday" },
        { new PlainRule.Weekly(2, Weekdays.Tuesday | Weekdays.Thursday), "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", "every 2 weeks on Tuesday and Thursday" },
        { new PlainRule.MonthlyOnWeekday(2, IsoDayOfWeek.Tuesday), "FREQ=MONTHLY;BYDAY=2TU", "on the second Tuesday of every month" },
        { new PlainRule.MonthlyOnWeekday(-1, IsoDayOfWeek.Saturday, 2), "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1SA", "on the last Saturday of every second month" },
        { new PlainRule.MonthlyOnDay(15, 6), "FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=15", "on day 15 of every 6th month" },
        { new PlainRule.MonthlyOnDay(31), "FREQ=MONTHLY;BYMONTHDAY=31", "on day 31 of every month that has one" },
        { new PlainRule.MonthlyOnDay(-1), "FREQ=MONTHLY;BYMONTHDAY=-1", "on the last day of every month" },
        { new PlainRule.MonthlyOnWeekday(5, IsoDayOfWeek.Thursday), "FREQ=MONTHLY;BYDAY=5TH", "on the fifth Thursday of every month" },
        { new PlainRule.Yearly(2, 29), "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "every year on 29 February" },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_plain_rule_has_its_text_and_its_sentence_and_is_found_again(PlainRule rule, string text, string sentence)
    {
        Assert.Equal(text, rule.ToRuleText());
        Assert.Equal(rule, PlainRuleReader.Read(text));
        Assert.Equal(rule, PlainRuleReader.Read($"RRULE:{text.ToLowerInvariant()};WKST=MO"));
        Assert.Equal(sentence + ", 19:00 Warsaw time", new RulePhrase().Say(rule, new(19, 0), Warsaw));
    }

    [Theory]
    [InlineData(Months.August, "1,2,3,4,5,6,7,9,10,11,12", ", except August")]
    [InlineData(Months.July | Months.August | Months.December, "1,2,3,4,5,6,9,10,11", ", except July, August and December")]
    [InlineData(Months.All & ~(Months.January | Months.March), "1,3", ", only in January and March")]
    public void Months_are_left_out_in_text_and_sentence_and_found_again(Months except, string months, string said)
    {
        var rule = new PlainRule.Weekly(2, Weekdays.Tuesday) { Except = except };

        Assert.Equal($"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;BYMONTH={months}", rule.ToRuleText());
        Assert.Equal(rule, PlainRuleReader.Read(rule.ToRuleText()));
        Assert.Equal("every second Tuesday, 19:00 Warsaw time" + said, new RulePhrase().Say(rule, new(19, 0), Warsaw));
    }

    public static TheoryData<PlainRule, string?> Surprises() => new()
    {
        { new PlainRule.MonthlyOnDay(28), null },
        { new PlainRule.MonthlyOnDay(29), "February is left out, but for leap years." },
        { new PlainRule.MonthlyOnDay(30), "Months without that day are left out: February." },
        { new PlainRule.MonthlyOnDay(30) { Except = Months.February }, null },
        { new PlainRule.MonthlyOnDay(31), "Months without that day are left out: February, April, June, September and November." },
        { new PlainRule.MonthlyOnDay(-1), null },
        { new PlainRule.MonthlyOnWeekday(5, IsoDayOfWeek.Thursday), "Only months with a fifth Thursday have one: four or five in a year." },
        { new PlainRule.MonthlyOnWeekday(5, IsoDayOfWeek.Thursday, 2), "Only months with a fifth Thursday have one." },
        { new PlainRule.MonthlyOnWeekday(4, IsoDayOfWeek.Thursday), null },
        { new PlainRule.Yearly(2, 29), "In leap years only: the years between have no 29 February." },
        { new PlainRule.Weekly(0, Weekdays.None), null },
    };

    [Theory]
    [MemberData(nameof(Surprises))]
    public void What_a_rule_leaves_out_is_said(PlainRule rule, string? said) => Assert.Equal(said, new RulePhrase().Surprise(rule));

    [Fact]
    public void No_rule_is_a_rule_too()
    {
        Assert.Equal("", new PlainRule.None().ToRuleText());
        Assert.Equal(new PlainRule.None(), PlainRuleReader.Read(null));
        Assert.Equal("on dates given one by one, 19:00 UTC", new RulePhrase().Say(new PlainRule.None(), new(19, 0), DateTimeZone.Utc));
    }

    [Theory]
    [InlineData("FREQ=DAILY")]
    [InlineData("FREQ=WEEKLY")]
    [InlineData("FREQ=WEEKLY;BYDAY=TU;COUNT=5")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=SU")]
    [InlineData("FREQ=WEEKLY;BYDAY=2TU")]
    [InlineData("FREQ=WEEKLY;INTERVAL=0;BYDAY=TU")]
    [InlineData("FREQ=MONTHLY;BYDAY=TU")]
    [InlineData("FREQ=MONTHLY;BYDAY=6TU")]
    [InlineData("FREQ=MONTHLY;BYDAY=2TU;BYMONTH=13")]
    [InlineData("FREQ=WEEKLY;BYDAY=TU;BYMONTH=1,X")]
    [InlineData("FREQ=MONTHLY;BYDAY=1TU,3TU")]
    [InlineData("FREQ=MONTHLY;BYDAY=2TU;BYSETPOS=1")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=1,15")]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=WEEKLY;FREQ=WEEKLY;BYDAY=TU")]
    [InlineData("every Tuesday")]
    public void A_rule_beyond_the_plain_controls_is_not_bent_into_them(string text) => Assert.Null(PlainRuleReader.Read(text));

    [Fact]
    public void The_nth_weekday_by_position_is_the_nth_weekday() =>
        Assert.Equal(new PlainRule.MonthlyOnWeekday(-1, IsoDayOfWeek.Friday), PlainRuleReader.Read("FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1"));

    [Fact]
    public void A_form_half_filled_in_has_no_text_and_no_sentence()
    {
        PlainRule[] half = [new PlainRule.Weekly(2, Weekdays.None), new PlainRule.Weekly(0, Weekdays.Monday), new PlainRule.MonthlyOnDay(32), new PlainRule.MonthlyOnWeekday(6, IsoDayOfWeek.Monday), new PlainRule.Weekly(1, Weekdays.Monday) { Except = Months.All }, new PlainRule.Yearly(2, 1) { Except = Months.August }, new PlainRule.Yearly(2, 30)];
        Assert.All(half, rule =>
        {
            Assert.False(rule.IsComplete);
            Assert.Null(new RulePhrase().Say(rule, new(19, 0), Warsaw));
            Assert.Throws<InvalidOperationException>(rule.ToRuleText);
        });
    }

    [Fact]
    public void Every_piece_of_the_sentence_can_be_translated()
    {
        var polish = new Dictionary<string, string>
        {
            ["{0}, {1:HH:mm} {2}"] = "{0}, godz. {1:HH:mm} {2}",
            ["every {0} {1}"] = "co {0} {1}",
            ["second"] = "drugi",
            ["Tuesday"] = "wtorek",
            ["{0} time"] = "({0})",
        };
        Assert.Equal("co drugi wtorek, godz. 19:00 (Warsaw)", new RulePhrase(format => polish[format]).Say(new PlainRule.Weekly(2, Weekdays.Tuesday), new(19, 0), Warsaw));
    }
}
