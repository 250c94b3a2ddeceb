using System.Diagnostics;
using Sessions.ICalendar;

namespace Sessions.Tests.ICalendar;

public sealed class CalendarReaderTests
{
    [Fact]
    public void Folded_lines_quotes_carets_and_escapes_are_undone()
    {
        var read = CalendarReader.Read("\uFEFFbegin:vcalendar\r\nBEGIN:VEVENT\nSUMMARY;X-A=one,\"two: ;\";CN=\"a ^'b^' ^^ ^n c\":Fold\r\n ed\\, twice\n\t over\\nnext \\\\ \\; C\\:\\x\rEND:VEVENT\r\n\r\nEND:VCALENDAR");

        Assert.Empty(read.Faults);
        var property = Assert.Single(Assert.Single(Assert.Single(read.Components).Components).Properties);
        Assert.Equal(("SUMMARY", 3), (property.Name, property.Line));
        Assert.Equal("Folded, twice over\nnext \\ ; C:\\x", property.Text);
        Assert.Equal(["one", "two: ;"], property.Parameters[0].Values);
        Assert.Equal("a \"b\" ^ \n c", property.Parameter("CN"));
    }

    [Fact]
    public void What_can_not_be_read_is_named_with_its_line_and_the_rest_is_read()
    {
        var read = CalendarReader.Read("BEGIN:VCALENDAR\nno line of a calendar\nX;A=\"open:1\nEND:VTODO\nBEGIN:VEVENT\nUID:1\nEND:VCALENDAR\nUID:2\nBEGIN:VCALENDAR");

        Assert.Equal(
            [(2, CalendarFaultKind.LineUnreadable), (3, CalendarFaultKind.LineUnreadable), (4, CalendarFaultKind.EndWithoutBegin), (5, CalendarFaultKind.NotClosed), (8, CalendarFaultKind.Outside), (9, CalendarFaultKind.NotClosed)],
            read.Faults.Select(f => (f.Line, f.Kind)));
        Assert.Equal("1", read.Components[0].Components[0].Property("UID")!.Text);
    }

    [Fact]
    public void Size_and_depth_are_bounded_in_every_direction()
    {
        Assert.Equal(CalendarFaultKind.TooLong, Assert.Single(CalendarReader.Read(new string('a', CalendarReader.MostCharacters + 1)).Faults).Kind);
        Assert.Equal(CalendarFaultKind.TooDeep, CalendarReader.Read(string.Concat(Enumerable.Repeat("BEGIN:VEVENT\n", 100_000))).Faults[^1].Kind);
        Assert.Equal(100, CalendarReader.Read(string.Concat(Enumerable.Repeat("nothing\n", 100_000))).Faults.Count);
    }

    /// <summary>Seconds: a machine that tests ten things at once is given time; alone it is far below one.</summary>
    private const int Patience = 5;

    private const string Signs = "BEGINVT:;=,\"\r\n ^\\TZ0123456789/+-'{}[]<>@";

    /// <summary>Random bytes, and a real file with pieces changed, cut and doubled: nothing throws and nothing takes a second.</summary>
    [Fact]
    public void No_text_makes_it_throw_or_takes_it_a_second()
    {
        var random = new Random(20261128);
        for (var round = 0; round < 3000; round++)
        {
            var text = round % 3 == 0 ? Junk(random, random.Next(400)) : Mutated(random, CalendarEventsTests.Stranger);
            var watch = Stopwatch.StartNew();
            CalendarEventsTests.Read(text);
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(Patience), text);
        }
    }

    [Theory]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=DAILY;COUNT=10000;BYMONTHDAY=31;BYMONTH=2")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;BYMONTH=6")]
    [InlineData("FREQ=DAILY;UNTIL=99991231T235959Z")]
    [InlineData("FREQ=YEARLY;BYYEARDAY=1,2,3,4,5,6,7,8,9,10,50,100,150,200,250,300,366,-366;BYMONTH=13")]
    public void Ten_thousand_rules_that_never_come_true_take_no_second(string rule)
    {
        var events = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"BEGIN:VEVENT\nUID:{i}\nDTSTART:20200101T120000Z\nRRULE:{rule}\nEND:VEVENT\n"));
        var text = $"BEGIN:VCALENDAR\n{events}END:VCALENDAR"[..Math.Min(events.Length, CalendarReader.MostCharacters)];
        var watch = Stopwatch.StartNew();

        CalendarEventsTests.Read(text);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(Patience), $"{watch.Elapsed}");
    }

    internal static string Mutated(Random random, string text)
    {
        for (var changes = random.Next(1, 8); changes > 0; changes--)
        {
            var (from, length) = (random.Next(text.Length), random.Next(0, 40));
            var to = Math.Min(text.Length, from + length);
            text = random.Next(4) switch
            {
                0 => text[..from] + text[to..],
                1 => text[..to] + text[from..],
                2 => text[..from] + Junk(random, length) + text[to..],
                _ => text[..from] + random.Next() + text[to..],
            };
            if (text.Length == 0) text = "B";
        }
        return text;
    }

    internal static string Junk(Random random, int length) =>
        string.Create(length, random, (into, source) =>
        {
            for (var at = 0; at < into.Length; at++) into[at] = source.Next(3) == 0 ? (char)source.Next(0x10000) : Signs[source.Next(Signs.Length)];
        });
}
