using NodaTime;
using Sessions.ICalendar;
using Sessions.Invitations;
using Sessions.Scheduling;

namespace Sessions.Tests.Invitations;

/// <summary>Which sessions become one recurring entry, and which are invited one by one.</summary>
public sealed class RecurringRunTests
{
    private static readonly LocalDateTime Start = new(2023, 11, 2, 12, 0);

    [Theory]
    [InlineData("FREQ=DAILY", true)]
    [InlineData("FREQ=DAILY;INTERVAL=3", true)]
    [InlineData("FREQ=DAILY;BYDAY=MO,TU", false)]
    [InlineData("FREQ=DAILY;BYMONTH=1", false)]
    [InlineData("FREQ=WEEKLY", true)]
    [InlineData("FREQ=WEEKLY;BYDAY=TH", true)]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", true)]
    [InlineData("FREQ=WEEKLY;BYDAY=TH;COUNT=10", true)]
    [InlineData("FREQ=WEEKLY;BYDAY=TH;BYMONTH=1,2,3,4,5,6,9,10,11,12", false)]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU", false)]
    [InlineData("FREQ=WEEKLY;BYDAY=TU,TH;BYSETPOS=1", false)]
    [InlineData("FREQ=MONTHLY;BYDAY=2TU", true)]
    [InlineData("FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR", true)]
    [InlineData("FREQ=MONTHLY;BYDAY=5TH", false)]
    [InlineData("FREQ=MONTHLY;BYDAY=-2TH", false)]
    [InlineData("FREQ=MONTHLY;BYDAY=2TU,4TU", false)]
    [InlineData("FREQ=MONTHLY;BYDAY=TH", false)]
    [InlineData("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2", false)]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=15", true)]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=28", true)]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=29", false)]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-1", false)]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=1,15", false)]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR", false)]
    [InlineData("FREQ=MONTHLY;BYMONTH=3;BYDAY=2TU", false)]
    [InlineData("FREQ=YEARLY", true)]
    [InlineData("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30", true)]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", false)]
    [InlineData("FREQ=YEARLY;BYMONTH=11;BYDAY=1TH", true)]
    [InlineData("FREQ=YEARLY;BYMONTH=3,11;BYDAY=1TH", false)]
    [InlineData("FREQ=YEARLY;BYDAY=20MO", false)]
    [InlineData("FREQ=YEARLY;BYYEARDAY=100", false)]
    [InlineData("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", false)]
    public void A_rule_that_some_mail_client_gets_wrong_is_no_recurring_entry(string rule, bool isPortable) =>
        Assert.Equal(isPortable, PortableRule.Is(Assert.IsType<ParsedRule.Accepted>(RecurrenceRuleParser.Parse(rule, DateTimeZone.Utc)).Rule, Start));

    [Fact]
    public void What_the_rule_leaves_open_is_judged_by_the_first_date()
    {
        var monthly = new RecurrenceRule { Frequency = Frequency.Monthly };
        Assert.True(PortableRule.Is(monthly, new(2023, 11, 28, 12, 0)));
        Assert.False(PortableRule.Is(monthly, new(2023, 11, 30, 12, 0)));
        Assert.False(PortableRule.Is(new() { Frequency = Frequency.Yearly }, new(2024, 2, 29, 12, 0)));
    }

    [Fact]
    public void It_begins_with_the_first_session_ends_with_the_last_and_leaves_out_the_dates_without_one()
    {
        var series = Weekly();
        var held = Sessions(series, 0, 1, 3, 4);

        var run = RecurringRun.From(series, held[1], held)!;

        Assert.Equal(new LocalDateTime(2023, 11, 9, 12, 0), run.Start);
        Assert.Equal(held[1..], run.Sessions);
        Assert.Equal([new LocalDateTime(2023, 11, 16, 12, 0)], run.Except());
        Assert.Equal("FREQ=WEEKLY;BYDAY=TH;UNTIL=20231130T120000", run.Rule.ToString());
    }

    [Fact]
    public void A_session_at_another_hour_for_another_time_or_elsewhere_has_an_entry_of_its_own()
    {
        var series = Weekly();
        var held = Sessions(series, 0, 1, 2, 3, 4, 5);
        held[1].At(SessionTime.Exact(new(2023, 11, 9, 13, 0), "Europe/London", 60));
        held[2].DurationMinutes = 90;
        held[3].OwnVenue = new(Address: "Town hall");

        Assert.Equal([held[0], held[4], held[5]], RecurringRun.From(series, held[0], held)!.Sessions);
        Assert.Null(RecurringRun.From(series, held[1], held));
    }

    [Fact]
    public void Fewer_than_two_or_more_gaps_than_dates_are_none()
    {
        var series = Weekly();
        Assert.Null(RecurringRun.From(series, Sessions(series, 0)[0], Sessions(series, 0)));
        var rare = Sessions(series, 0, 9);
        Assert.Null(RecurringRun.From(series, rare[0], rare));
        series.Rule = null;
        var plain = Sessions(series, 0, 1);
        Assert.Null(RecurringRun.From(series, plain[0], plain));
    }

    [Theory]
    // The clocks go back on 29 October 2023 at two, and forward on 31 March 2024 at one.
    [InlineData("Europe/London", 2023, 10, 22, 1, 30)]
    [InlineData("Europe/London", 2024, 3, 24, 1, 30)]
    [InlineData("Europe/London", 2024, 3, 24, 0, 30)]
    // Ramadan: no yearly rule says when these clocks change.
    [InlineData("Africa/Casablanca", 2024, 12, 15, 12, 0)]
    public void Where_clocks_change_under_it_each_session_has_an_entry_of_its_own(string zone, int year, int month, int day, int hour, int minute)
    {
        var series = Weekly(zone, new(hour, minute), "FREQ=WEEKLY;BYDAY=SU");
        var first = new LocalDate(year, month, day);
        List<Session> held = [.. Enumerable.Range(0, 4).Select(week => Session(series, first.PlusWeeks(week) + series.LocalStart))];
        Assert.Null(RecurringRun.From(series, held[0], held));
    }

    [Fact]
    public void It_has_no_more_dates_than_Outlook_keeps()
    {
        var series = Weekly(rule: "FREQ=DAILY");
        List<Session> held = [.. Enumerable.Range(0, 1_100).Select(day => Session(series, Start.PlusDays(day)))];
        Assert.Equal(RecurringRun.MostDates, RecurringRun.From(series, held[0], held)!.Sessions.Count);
    }

    [Fact]
    public void Every_other_week_keeps_its_beat_from_whichever_session_somebody_joins()
    {
        var series = Weekly(rule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH");
        series.RuleFrom = new(2023, 10, 26);
        var held = Sessions(series, 1, 3, 5);
        Assert.Equal(held[1..], RecurringRun.From(series, held[1], held)!.Sessions);
        Assert.Empty(RecurringRun.From(series, held[1], held)!.Except());
        var off = Sessions(series, 0, 2, 4);
        Assert.Null(RecurringRun.From(series, off[0], off));
    }

    private static Series Weekly(string zone = "Europe/London", LocalTime? at = null, string rule = "FREQ=WEEKLY;BYDAY=TH") =>
        new() { Slug = "weekly", Name = "Weekly", Zone = zone, Rule = rule, LocalStart = at ?? new(12, 0) };

    /// <summary>So many weeks after the first.</summary>
    private static List<Session> Sessions(Series series, params int[] weeks) => [.. weeks.Select(week => Session(series, Start.PlusWeeks(week)))];

    private static Session Session(Series series, LocalDateTime at)
    {
        var when = SessionTime.Exact(at, series.Zone, 60);
        return new Session { SeriesId = series.Id, Series = series, Slug = $"{at:yyyyMMddHHmm}", When = when }.At(when);
    }
}
