using System.Diagnostics;
using System.Text;
using NodaTime;
using Sessions.Scheduling;
using Sessions.Scheduling.Sheets;
using Sessions.Tests.ICalendar;

namespace Sessions.Tests.Scheduling.Sheets;

public sealed class SheetReaderTests
{
    private static readonly SheetDefaults Defaults = new("Europe/London", 60, new LocalDate(2027, 11, 28));

    [Theory]
    [InlineData("Title,Date,Start\nA,2026-12-02,12:00")]
    [InlineData("\uFEFFdate;start;TITLE;Owner\r\n2 Dec 2026;12:00;A;nobody\r\n")]
    [InlineData("Time\tDay\tTopic\n12:00\tWed 2 December 2026\t\"A\"\n\n")]
    [InlineData("title,date\n'A,\"2026-12-02T12:00\"")]
    [InlineData("""{"sessions": [{"title": "A", "date": "2026-12-02", "start": "12:00"}]}""")]
    [InlineData("""[{"start": "12 pm", "title": "A", "date": "2026-12-02", /* none */ "speakers": [], }]""")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261202T120000\nSUMMARY:A\nEND:VEVENT\nEND:VCALENDAR")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Ours\nBEGIN:STANDARD\nDTSTART:20000101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0100\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nDTSTART;TZID=Ours:20261202T130000\nSUMMARY:A\nEND:VEVENT\nEND:VCALENDAR")]
    public void The_same_session_in_every_form(string text)
    {
        var row = Assert.Single(Read(text).Rows);

        Assert.Null(row.Fault);
        Assert.Equal((SessionTime.Exact(new(2026, 12, 2, 12, 0), "Europe/London", 60), "A"), (row.Record!.When, row.Record.Title!.TrimStart('\'')));
    }

    [Theory]
    [InlineData("", Precision.Unknown, null)]
    [InlineData("2026-12", Precision.Month, "2026-12")]
    [InlineData("October 2022", Precision.Month, "2022-10")]
    [InlineData("by 2026-12-02", Precision.NotAfter, "by 2026-12-02")]
    [InlineData("2026-12-02", Precision.Days, "2026-12-02")]
    public void As_much_of_a_day_as_is_known(string date, Precision precision, string? written)
    {
        var when = Read($"title,date\nA,{date}").Rows[0].Record!.When;

        Assert.Equal((precision, written), (when.Precision, WrittenWhen.Date(when)));
    }

    [Fact]
    public void Each_fault_stands_on_the_line_where_its_row_begins()
    {
        var rows = Read("""
            Title,Date,Start,Last date,Minutes,Zone,Number,Kind,Speakers,Recording,Cancelled
            "Two
            lines",2026-12-02,,,,,,,,,
            A,03/04/2026,,,,,,,,,
            A,2026-12-02,25:00,,,,,,,,
            A,,12:00,,,,,,,,
            A,2026-12-02,12:00,2026-12-03,,,,,,,
            A,2026-12-02,12:00,,0,,,,,,
            A,2026-12-02,12:00,,,Mars/Base,,,,,
            A,2026-12-02,,,,,none,,,,
            A,2026-12-02,,,,,,party,,,
            A,2026-12-02,,,,,,,Kim <kim at example>,,
            A,2026-12-02,,,,,,,,ftp://example.org,
            A,2026-12-02,,,,,,,,,perhaps
            ,,12:00,,,,,,,,
            "A,2026-12-02
            """).Rows;

        Assert.Equal(
            [
                (2, null), (4, RowFaultKind.DateAmbiguous), (5, RowFaultKind.StartUnreadable), (6, RowFaultKind.StartWithoutDay), (7, RowFaultKind.LastDateWithStart),
                (8, RowFaultKind.MinutesOutOfRange), (9, RowFaultKind.ZoneUnknown), (10, RowFaultKind.NumberOutOfRange), (11, RowFaultKind.KindUnknown), (12, RowFaultKind.SpeakerUnreadable),
                (13, RowFaultKind.LinkNotHttp), (14, RowFaultKind.NotYesOrNo), (15, RowFaultKind.StartWithoutDay), (16, RowFaultKind.Unreadable),
            ],
            rows.Select(r => (r.Line, r.Fault?.Kind)));
    }

    [Fact]
    public void A_file_that_is_none_is_refused_as_a_whole()
    {
        Assert.Equal(SheetFault.TooLarge, SheetReader.Read(new byte[SheetReader.MostBytes + 1], null, Defaults).No);
        Assert.Equal(SheetFault.NotText, SheetReader.Read([0x50, 0x4B, 3, 4, 0xFF, 0xC0], "a.xlsx", Defaults).No);
        Assert.Equal(SheetFault.NothingInIt, Refused("  \r\n"));
        Assert.Equal(SheetFault.NothingInIt, Refused("title,date\n"));
        Assert.Equal(SheetFault.HeadingsUnreadable, Refused("Hello,world\n1,2"));
        Assert.Equal(SheetFault.HeadingsUnreadable, Refused("{\"meetings\": 3}"));
        Assert.Equal(SheetFault.TooManyRows, Refused("title\n" + string.Concat(Enumerable.Repeat("A\n", 2001))));
        Assert.Equal(SheetFault.TooManyRows, Refused("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20200101T120000\nRRULE:FREQ=DAILY\nEND:VEVENT\nEND:VCALENDAR"));
        Assert.Equal([RowFaultKind.Empty, RowFaultKind.Unreadable], Read("[{}, 3]").Rows.Select(r => r.Fault!.Kind));
        Assert.Equal((3, RowFaultKind.Unreadable), (Read("[{\"title\": \"A\"},\n{}\n{").Rows[0].Line, Read("[\n{").Rows[0].Fault!.Kind));
        Assert.Equal("A", SheetReader.Read([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("title\nA")], null, Defaults).Value!.Rows[0].Record!.Title);
    }

    [Theory]
    [InlineData("Ada Example; Noor Example <noor@example.org>")]
    [InlineData("noor@example.org")]
    [InlineData("\"Salt and Pepper; Sons\" <salt@example.org>; \"A \"\"B\"\" <C>\"")]
    public void Speakers_of_a_cell_are_written_as_they_were_read(string cell)
    {
        var read = SpeakerCell.Read(cell, out _)!;

        Assert.Equal(read, SpeakerCell.Read(SpeakerCell.Write(read), out _));
        Assert.Equal(cell, SpeakerCell.Write(read));
    }

    [Fact]
    public void No_file_makes_it_throw_or_takes_it_a_second()
    {
        var random = new Random(28);
        string[] real =
        [
            "Number,Title,Date,Start,Speakers\r\n1,\"A, b\",2026-12-02,12:00,\"Ann <ann@example.org>; Bo\"\r\n2,'=1,2026-12,,\r\n",
            """{"sessions":[{"number":1,"title":"A \ud83d\ude00","date":"2026-12-02","start":"12:00","speakers":[{"name":"Ann","address":"ann@example.org"},"Bo"],"cancelled":true}]}""",
            CalendarEventsTests.Stranger,
        ];
        for (var round = 0; round < 3000; round++)
        {
            var text = round % 10 == 0 ? CalendarReaderTests.Junk(random, 300) : CalendarReaderTests.Mutated(random, real[round % 3]);
            var watch = Stopwatch.StartNew();
            var read = SheetReader.Read(Encoding.UTF8.GetBytes(text), new[] { null, "a.csv", "a.json", "a.ics" }[round % 4], Defaults);
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), text);
            Assert.All(read.Value?.Rows ?? [], row => Assert.NotEqual(row.Record is null, row.Fault is null));
        }
    }

    private static ReadSheet Read(string text) => SheetReader.Read(Encoding.UTF8.GetBytes(text), null, Defaults).Value!;

    private static SheetFault? Refused(string text) => SheetReader.Read(Encoding.UTF8.GetBytes(text), null, Defaults).No;
}
