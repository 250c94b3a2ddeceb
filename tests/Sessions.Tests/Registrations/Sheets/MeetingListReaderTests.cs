using System.Diagnostics;
using System.Text;
using Sessions.Registrations.Sheets;
using Sessions.Tests.ICalendar;

namespace Sessions.Tests.Registrations.Sheets;

public sealed class MeetingListReaderTests
{
    private const string Zoom = """
        Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants,
        812 3456 7890,"Open data, weekly",11/01/2023 11:55:02 AM,11/01/2023 01:05:44 PM,host@example.org,71,4,

        Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent,In Waiting Room
        Kit (Kit Example),kit@example.org,11/01/2023 11:58:10 AM,11/01/2023 12:20:00 PM,22,Yes,Y,No
        "Noor Example, Example Ltd",,11/01/2023 11:59:00 AM,11/01/2023 01:00:00 PM,61,Yes,,No
        Kit (Kit Example),KIT@Example.org,11/01/2023 12:22:00 PM,11/01/2023 01:05:00 PM,43,Yes,Y,No
        Noor Example,noor@example.org,11/01/2023 11:50:00 AM,11/01/2023 11:59:00 AM,9,Yes,,Yes
        Late Comer,,11/01/2023 01:04:00 PM,11/01/2023 01:05:00 PM,1,Yes,,Yes

        """;

    private const string Teams = "1. Summary\nMeeting title\tOpen data\nAttended participants\t3\nStart time\t11/1/23, 11:55:11 AM\nMeeting duration\t1h 5m 51s\n\n2. Participants\n"
        + "Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\n"
        + "Kit Example\t11/1/23, 12:00:11 PM\t11/1/23, 1:02:02 PM\t1h 1m 51s\tKit@example.org\tkit@corp.example.org\tOrganizer\n"
        + "Noor Example (Guest)\t11/1/23, 12:03:00 PM\t11/1/23, 12:03:40 PM\t40s\t\t\tAttendee\n"
        + "Sam \"Sammy\" Example\t11/1/23, 12:03:00 PM\t11/1/23, 1:00:00 PM\t57m\t\tsam@example.org\tAttendee\n"
        + "\n3. In-Meeting Activities\nName\tJoin Time\tLeave Time\tDuration\tEmail\tRole\nKit Example\t11/1/23, 12:00:11 PM\t11/1/23, 1:02:02 PM\t1h 1m 51s\tKit@example.org\tOrganizer\n";

    [Fact]
    public void Zooms_report_is_read_below_its_head_and_who_came_twice_is_one()
    {
        var list = Read(Zoom);

        Assert.Equal((MeetingSource.Zoom, true), (list.Source, list.HasMinutes));
        Assert.Equal([("Kit (Kit Example)", "kit@example.org", 65.0, false), ("Noor Example, Example Ltd", null, 61.0, false), ("Noor Example", "noor@example.org", 9.0, true), ("Late Comer", null, 1.0, true)],
            list.People.Select(p => (p.Name, p.Address, p.Minutes!.Value, p.IsOutside)));
        Assert.Equal(5, list.People[0].Line);
    }

    [Fact]
    public void The_shorter_form_of_Zoom_and_one_with_semicolons_are_read_too()
    {
        var list = Read("\uFEFFName (original name),Email,Total duration (minutes),Guest\r\nKit Example,kit@example.org,52,No\r\n");
        Assert.Equal((MeetingSource.Zoom, "kit@example.org", 52.0), (list.Source, list.People[0].Address, list.People[0].Minutes));
        Assert.Equal("kit@example.org", Assert.Single(Read("Name;E-Mail;Dauer\nKit Example;kit@example.org;1 Std. 2 Min.\n").People).Address);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    public void The_sections_of_Teams_are_told_apart_in_each_encoding(string encoding)
    {
        foreach (var mark in new[] { "\uFEFF", "" })
        {
            var list = MeetingListReader.Read(Encoding.GetEncoding(encoding).GetBytes(mark + Teams.Replace("\n", "\r\n", StringComparison.Ordinal))).Value!;

            Assert.Equal(MeetingSource.Teams, list.Source);
            Assert.Equal([("Kit Example", "kit@example.org", 62.0), ("Noor Example (Guest)", null, 1.0), ("Sam \"Sammy\" Example", "sam@example.org", 57.0)],
                list.People.Select(p => (p.Name!, p.Address, Math.Round(p.Minutes!.Value))));
        }
    }

    [Fact]
    public void The_older_flat_form_of_Teams_has_a_row_for_each_coming_and_going()
    {
        var list = Read("Full Name\tUser Action\tTimestamp\nKit Example\tJoined\t11/1/2023, 12:00:11 PM\nKit Example\tLeft\t11/1/2023, 12:59:11 PM\nNoor Example\tJoined before\t11/1/2023, 12:00:11 PM\n");

        Assert.Equal((MeetingSource.Teams, false), (list.Source, list.HasMinutes));
        Assert.Equal(["Kit Example", "Noor Example"], list.People.Select(p => p.Name));
    }

    [Theory]
    [InlineData("First name,Last name,Email,Duration,Time joined,Time exited\nKit,Example,kit@example.org,1 hr 2 min,10:00 AM,11:02 AM\n")]
    [InlineData("Meeting title,Date,Start time,End time\nStandup,2023-11-01,09:00,10:02\n\nName,Email,Duration,Time joined,Time exited\nKit Example,kit@example.org,62m,9:00,10:02\n")]
    [InlineData("Name,Email,Duration,Time joined,Time exited\nKit Example,kit@example.org,1:02:00,9:00,10:02\n")]
    public void Each_form_of_Google_Meet_is_read(string text)
    {
        var list = Read(text);

        Assert.Equal(MeetingSource.Meet, list.Source);
        Assert.Equal(("Kit Example", "kit@example.org", 62.0), Assert.Single(list.People) is var kit ? (kit.Name!, kit.Address!, kit.Minutes!.Value) : default);
    }

    [Fact]
    public void A_list_without_headings_is_read_where_it_holds_addresses()
    {
        var list = Read("kit@example.org\nNoor Example <noor@example.org>\nSam Example,sam@example.org\nnobody at all\n");

        Assert.Equal([(null, "kit@example.org"), ("Noor Example", "noor@example.org"), ("Sam Example", "sam@example.org")], list.People.Select(p => (p.Name, p.Address!)));
    }

    [Fact]
    public void What_is_no_list_is_refused_by_name()
    {
        Assert.Equal(MeetingListFault.NothingInIt, Refused(""));
        Assert.Equal(MeetingListFault.NothingInIt, Refused(" \r\n\t"));
        Assert.Equal(MeetingListFault.NothingInIt, Refused("Name,Email\n,\n"));
        Assert.Equal(MeetingListFault.HeadingsUnreadable, Refused("Topic,Minutes\nBees,12\n"));
        Assert.Equal(MeetingListFault.QuoteOpen, Refused("Name,Email\n\"Kit,kit@example.org\nNoor,noor@example.org\n"));
        Assert.Equal(MeetingListFault.NotText, MeetingListReader.Read([0x50, 0x4B, 0x03, 0x04, 0xFF, 0xFE, 0x80]).No);
        Assert.Equal(MeetingListFault.TooLarge, MeetingListReader.Read(new byte[MeetingListReader.MostBytes + 1]).No);
        Assert.Equal(MeetingListFault.TooManyRows, Refused("Name\n" + string.Concat(Enumerable.Range(0, MeetingListReader.MostRows + 1).Select(n => $"Person {n}\n"))));
        Assert.Equal(MeetingListReader.MostRows, Read("Name\n" + string.Concat(Enumerable.Range(0, MeetingListReader.MostRows).Select(n => $"Person {n}\n"))).People.Count);
    }

    [Theory]
    [InlineData("42", 42)]
    [InlineData("1h 27m 51s", 88)]
    [InlineData("58 min", 58)]
    [InlineData("1 Std. 5 Min.", 65)]
    [InlineData("1:27:30", 88)]
    [InlineData("32:14", 32)]
    [InlineData("less than a minute", null)]
    [InlineData("-5", null)]
    [InlineData("99999999", null)]
    [InlineData("1h 2", null)]
    public void Lengths_are_read_as_they_are_written(string text, int? minutes) =>
        Assert.Equal(minutes, WrittenMinutes.Read(text) is { } read ? (int)Math.Round(read, MidpointRounding.AwayFromZero) : null);

    [Fact]
    public void No_bytes_make_it_throw_or_take_it_a_second()
    {
        var random = new Random(17);
        var slowest = TimeSpan.Zero;
        for (var round = 0; round < 3000; round++)
        {
            var text = round % 10 == 0 ? CalendarReaderTests.Junk(random, 300) : CalendarReaderTests.Mutated(random, round % 2 == 0 ? Zoom : Teams);
            var bytes = (round % 3 == 0 ? Encoding.Unicode : Encoding.UTF8).GetBytes(text);
            if (round % 5 == 0) random.NextBytes(bytes.AsSpan(random.Next(bytes.Length + 1)));
            var watch = Stopwatch.StartNew();
            var read = MeetingListReader.Read(bytes);
            foreach (var name in read.Value?.People.Select(p => p.Name) ?? []) Assert.All(PersonNames.Forms(name), Assert.NotEmpty);
            slowest = watch.Elapsed > slowest ? watch.Elapsed : slowest;
            Assert.NotEqual(read.Ok, read.Value is null);
        }
        Assert.True(slowest < TimeSpan.FromSeconds(5), $"{slowest}");
    }

    [Theory]
    [InlineData("a,")]
    [InlineData("\"")]
    [InlineData("Name\n")]
    [InlineData("\t;,\n")]
    [InlineData("1. a\n")]
    [InlineData("@,Name\n")]
    public void The_largest_file_of_one_sign_is_answered_soon(string sign)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(sign, MeetingListReader.MostBytes / sign.Length)));
        var watch = Stopwatch.StartNew();
        MeetingListReader.Read(bytes);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    private static MeetingList Read(string text) => MeetingListReader.Read(Encoding.UTF8.GetBytes(text)).Value ?? throw new InvalidOperationException($"Refused: {Refused(text)}");

    private static MeetingListFault? Refused(string text) => MeetingListReader.Read(Encoding.UTF8.GetBytes(text)).No;
}
