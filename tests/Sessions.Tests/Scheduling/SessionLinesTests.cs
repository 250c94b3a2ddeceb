using NodaTime;
using Sessions.Scheduling;

namespace Sessions.Tests.Scheduling;

public class SessionLinesTests
{
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];
    private static readonly SessionLineDefaults Defaults = new(new(2026, 11, 20), London, new(12, 0), 60);

    private static SessionLine One(string text) => Assert.Single(SessionLines.Read(text, Defaults));

    private static string Said(SessionLine line) => string.Join(" ", line.Notes);

    [Theory]
    [InlineData("2026-12-07")]
    [InlineData("2026/12/7")]
    [InlineData("7 Dec 2026")]
    [InlineData("7th of December, 2026")]
    [InlineData("07-Dec-2026")]
    [InlineData("Mon 7 December 2026")]
    [InlineData("Monday, 7 Dec. 2026")]
    [InlineData("December 7, 2026")]
    [InlineData("Mon, Dec 7th 2026")]
    [InlineData("7 dec")]
    [InlineData("- 7 Dec 2026")]
    [InlineData("Mon\t7 Dec 2026")]
    [InlineData("2026-12-07T12:00:00Z")]
    public void A_date_is_read_in_the_ways_people_write_it(string text)
    {
        var line = One(text);
        Assert.Equal(LineOutcome.Read, line.Outcome);
        Assert.Equal(new LocalDateTime(2026, 12, 7, 12, 0), line.Start);
        Assert.False(line.NeedsALook && line.Notes[0].Kind != LineNoteKind.ZoneNotRead, Said(line));
        Assert.Null(line.Title);
    }

    [Theory]
    [InlineData("2-4 June 2027, Sprint", "2027-06-02", "2027-06-04")]
    [InlineData("2nd to 4th June, 2027; Sprint", "2027-06-02", "2027-06-04")]
    [InlineData("- 30 June – 2 July 2027 | Sprint", "2027-06-30", "2027-07-02")]
    [InlineData("30 Dec - 2 Jan 2028, all day, Sprint", "2027-12-30", "2028-01-02")]
    [InlineData("2027-06-02/2027-06-04\tSprint", "2027-06-02", "2027-06-04")]
    [InlineData("2027-06-02/2027-06-02, Sprint", "2027-06-02", "2027-06-02")]
    [InlineData("2027-06-02 to 2027-06-04 Sprint", "2027-06-02", "2027-06-04")]
    public void Whole_days_are_read_in_forms_with_one_reading(string text, string first, string last)
    {
        var line = One(text);
        Assert.Equal((LineOutcome.Read, first, last, "Sprint", null), (line.Outcome, $"{line.Date:yyyy-MM-dd}", $"{line.LastDate:yyyy-MM-dd}", line.Title, line.StartsAt));
        Assert.Empty(line.Notes);
    }

    [Theory]
    [InlineData("2-4 June, Sprint", LineNoteKind.DaysWithoutYear)]
    [InlineData("4-2 June 2027, Sprint", LineNoteKind.DaysOutOfRange)]
    [InlineData("2027-06-02/2027-07-03", LineNoteKind.DaysOutOfRange)]
    [InlineData("29-31 June 2027", LineNoteKind.DateImpossible)]
    public void Whole_days_that_are_unclear_say_why(string text, LineNoteKind kind)
    {
        var line = One(text);
        Assert.Equal((LineOutcome.Refused, kind, null), (line.Outcome, line.Notes[0].Kind, line.LastDate));
    }

    [Theory]
    [InlineData("January 9, 2027 at 18.30, X", 9, "18:30", "X")]
    [InlineData("1. 16 Jan 2027 18h30 G", 16, "18:30", "G")]
    [InlineData("2) 16 Jan 2027, 18:30, G", 16, "18:30", "G")]
    [InlineData("17 Jan 2027 (18:30) H", 17, "18:30", "H")]
    [InlineData("7 Jan 2027, 2030 vision", 7, "12:00", "2030 vision")]
    public void The_hour_is_found_where_people_write_it(string text, int day, string hour, string title)
    {
        var line = One(text);
        Assert.Equal((new NodaTime.LocalDate(2027, 1, day), hour, title), (line.Start!.Value.Date, line.Start.Value.TimeOfDay.ToString("HH:mm", null), line.Title));
    }

    [Fact]
    public void A_zone_behind_the_hour_is_no_title_and_said_to_be_left_out()
    {
        var line = One("2027-01-19 18:30 Europe/Berlin, J");
        Assert.Equal(("J", LineNoteKind.ZoneNotRead), (line.Title, line.Notes.Single(n => n.Kind == LineNoteKind.ZoneNotRead).Kind));
    }

    [Fact]
    public void Hours_of_whole_days_are_left_out_with_a_word()
    {
        var line = One("2-4 June 2027, 10:00-16:00, Sprint");
        Assert.Equal((LineOutcome.Read, "Sprint", LineNoteKind.HoursOfDays), (line.Outcome, line.Title, Assert.Single(line.Notes).Kind));
    }

    [Theory]
    [InlineData("25/12/2026", 12, 25)]
    [InlineData("12/25/2026", 12, 25)]
    [InlineData("25.12.26", 12, 25)]
    [InlineData("25.12.", 12, 25)]
    [InlineData("4/4/2027", 4, 4)]
    public void A_numeric_date_with_one_reading_is_read(string text, int month, int day)
    {
        var date = One(text).Date;
        Assert.Equal((month, day), (date!.Value.Month, date.Value.Day));
    }

    [Theory]
    [InlineData("03/04/2027")]
    [InlineData("3.4.2027 | Open data")]
    [InlineData("3-4-27, 12:00, Open data")]
    [InlineData("03/04")]
    public void An_ambiguous_date_is_asked_and_never_guessed(string text)
    {
        var line = One(text);
        Assert.Equal(LineOutcome.Ask, line.Outcome);
        Assert.Null(line.Date);
        Assert.Equal([new(2027, 4, 3), new(2027, 3, 4)], line.Readings);
        Assert.Contains("3 April 2027 or 4 March 2027?", Said(line), StringComparison.Ordinal);
    }

    [Fact]
    public void The_answer_holds_for_one_line_or_for_all()
    {
        var asked = One("03/04/2027 | Open data");
        Assert.Equal("2027-03-04 | Open data", asked.WithDate(asked.Readings[1]));
        var order = Defaults with { DateOrder = NumericDateOrder.MonthFirst };
        var all = SessionLines.Read("03/04/2027\n05/06/2027\n25/12/2027", order);
        Assert.Equal([new(2027, 3, 4), new(2027, 5, 6), new(2027, 12, 25)], all.Select(l => l.Date));
        Assert.Equal(new(2027, 4, 3), SessionLines.Read("03/04/2027", Defaults with { DateOrder = NumericDateOrder.DayFirst })[0].Date);
    }

    [Fact]
    public void A_weekday_that_fits_one_reading_only_decides_and_one_that_fits_none_does_not()
    {
        Assert.Equal(new(2027, 4, 3), One("Sat 03/04/2027").Date);
        Assert.Equal(new(2027, 3, 4), One("Thu 03/04/2027").Date);
        Assert.Equal(LineOutcome.Ask, One("Mon 03/04/2027").Outcome);
    }

    [Fact]
    public void A_wrong_weekday_is_a_hint_and_the_date_counts()
    {
        var line = SessionLines.Read("Thu 10 Jan 2024", Defaults with { Today = new(2022, 11, 1) })[0];
        Assert.Equal(LineOutcome.Read, line.Outcome);
        Assert.Equal("You wrote Thu; 10 January is a Wednesday. The date counts.", Said(line));
        Assert.True(line.NeedsALook);
    }

    [Theory]
    [InlineData("31 Feb 2027", "There is no such day as 31 Feb 2027.")]
    [InlineData("31 Feb", "There is no such day as 31 Feb.")]
    [InlineData("2027-13-01", "There is no such day as 2027-13-01.")]
    [InlineData("29/02/2027", "There is no such day as 29/02/2027.")]
    [InlineData("7 Dec 2026, 25:00, Open data", "25:00 is not a time of day.")]
    [InlineData("Open data", "No date was found at the start of the line.")]
    public void What_cannot_be_is_refused_with_its_reason(string text, string said)
    {
        var line = One(text);
        Assert.Equal(LineOutcome.Refused, line.Outcome);
        Assert.Equal(text, line.Raw);
        Assert.Equal(said, Said(line));
    }

    [Fact]
    public void A_date_without_a_year_is_the_next_one_and_29_February_waits_for_its_year()
    {
        Assert.Equal(new(2027, 11, 20), One("20 Nov").Date);
        Assert.Equal(new(2026, 11, 21), One("21 Nov").Date);
        Assert.Equal(new(2028, 2, 29), One("29 Feb").Date);
        Assert.Equal("No year is written; the next 29 February is in 2028.", Said(One("29 Feb")));
    }

    [Theory]
    [InlineData("19:00", 19, 0, 60)]
    [InlineData("7pm", 19, 0, 60)]
    [InlineData("7.30 pm", 19, 30, 60)]
    [InlineData("7:30 p.m.", 19, 30, 60)]
    [InlineData("1900", 19, 0, 60)]
    [InlineData("19h30", 19, 30, 60)]
    [InlineData("12 am", 0, 0, 60)]
    [InlineData("noon", 12, 0, 60)]
    [InlineData("12:00:00", 12, 0, 60)]
    [InlineData("12:00-13:30", 12, 0, 90)]
    [InlineData("7-8.15 pm", 19, 0, 75)]
    [InlineData("11 - 1pm", 11, 0, 120)]
    [InlineData("23:00 to 01:00", 23, 0, 120)]
    public void A_time_is_read_in_the_ways_people_write_it(string time, int hour, int minute, int minutes)
    {
        foreach (var text in (string[])[$"7 Dec 2026, {time}, Open data", $"7 Dec 2026\t{time}\tOpen data", $"7 Dec 2026 {time} | Open data"])
        {
            var line = One(text);
            Assert.Equal(new LocalTime(hour, minute), line.Start?.TimeOfDay);
            Assert.Equal(minutes, line.Minutes);
            Assert.Equal("Open data", line.Title);
        }
    }

    [Fact]
    public void A_line_without_a_time_needs_one_for_all_lines()
    {
        var line = SessionLines.Read("7 Dec 2026", Defaults with { Start = null })[0];
        Assert.Equal((LineOutcome.Refused, LineNoteKind.StartMissing), (line.Outcome, line.Notes[0].Kind));
    }

    [Fact]
    public void A_zone_in_the_line_is_not_obeyed_in_silence()
    {
        Assert.Equal("CET is not read; all times are Europe/London.", Said(One("7 Dec 2026, 12:00 CET, Open data")));
    }

    [Fact]
    public void A_bad_line_keeps_the_other_nine()
    {
        var lines = SessionLines.Read("\n1 Dec 2026\n\nnonsense\n3 Dec 2026 | \"half a quote\n4 Dec 2026\n5 Dec 2026", Defaults);
        Assert.Equal([2, 4, 5, 6, 7], lines.Select(l => l.Number));
        Assert.Equal(1, lines.Count(l => l.Outcome == LineOutcome.Refused));
        Assert.Equal("\"half a quote", lines[2].Title);
    }

    [Fact]
    public void More_lines_and_longer_ones_than_the_bounds_are_named()
    {
        var many = SessionLines.Read(string.Join('\n', Enumerable.Repeat("7 Dec 2026", SessionLines.MaxLines + 5)), Defaults);
        Assert.Equal(SessionLines.MaxLines + 1, many.Count);
        Assert.Equal(LineNoteKind.TooManyLines, many[^1].Notes[0].Kind);
        Assert.Equal(LineOutcome.Read, One("7 Dec 2026 " + new string('x', SessionLines.MaxLength - 11)).Outcome);
        Assert.Equal(LineNoteKind.LineTooLong, One("7 Dec 2026 " + new string('x', SessionLines.MaxLength - 10)).Notes[0].Kind);
    }

    [Fact]
    public void The_mockups_ten_lines_read_as_the_mockup_says()
    {
        const string text = """
            Wed 7 Dec 2022 | AI in Health
            Wed 1 Mar 2023 | Health Inequalities
            Wed 10 May 2023 | RAP for Health Inequalities | Speaker One; Speaker Two
            Wed 21 Jun 2023 | Virtual Wards | Speaker One; Speaker Two; Speaker Three
            13 Sep 2023
            1 Nov 2023 | Tools & Methods in Open Health Data
            Thu 10 Jan 2024
            Wed 13 Mar 2024
            Wed 22 May 2024
            10 Jul 2024
            """;
        var lines = SessionLines.Read(text, Defaults with
        {
            Today = new(2022, 11, 1),
            Taken = [new(new(2024, 5, 22, 12, 0), 60, "a draft of Radically Open Recovery")],
        });
        Assert.All(lines, l => Assert.Equal(LineOutcome.Read, l.Outcome));
        Assert.Equal(
            ["", "", "Clocks go forward on 26 Mar.", "", "", "Clocks go back on 29 Oct.",
             "You wrote Thu; 10 January is a Wednesday. The date counts.", "",
             "Same hour as a draft of Radically Open Recovery. Clocks go forward on 31 Mar.", ""],
            lines.Select(Said));
        Assert.Equal(2, lines.Count(l => l.NeedsALook));
        Assert.Equal([0, 0, 2, 3, 0, 0, 0, 0, 0, 0], lines.Select(l => l.Speakers.Count));
    }
}
