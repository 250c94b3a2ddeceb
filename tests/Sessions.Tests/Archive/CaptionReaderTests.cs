using System.Text;
using NodaTime;
using Sessions.Archive.Captions;

namespace Sessions.Tests.Archive;

public sealed class CaptionReaderTests
{
    private const string Vtt = """
        WEBVTT - a recording
        Kind: captions

        NOTE
        made by a program

        STYLE
        ::cue { color: white }

        intro
        00:01.000 --> 00:04.250 align:start position:10%
        <v.loud Ada Example>Good <b>morning</b> &amp; welcome
        to all

        01:00:00.000 --> 01:00:02.000
        <00:00:01.000><c.yellow>Late</c> words &lt;here&gt;

        """;

    private const string Srt = """
        1
        00:00:01,000 --> 00:00:04,250
        {\an8}<i>Good morning</i>

        2
        00:00:05,500 --> 00:00:06,000
        2026

        """;

    [Fact]
    public void Webvtt_is_read_with_voices_and_without_marks_notes_and_styles()
    {
        var read = CaptionReader.Read(Vtt);

        Assert.Equal(CaptionFormat.WebVtt, read.Format);
        Assert.Empty(read.Faults);
        Assert.Equal([new(At(0, 0, 1), At(0, 0, 4, 250), "Ada Example", "Good morning & welcome\nto all"), new(At(1, 0, 0), At(1, 0, 2), null, "Late words <here>")], read.Cues);
    }

    [Fact]
    public void Subrip_is_read_and_a_number_that_is_said_stays()
    {
        var read = CaptionReader.Read(Srt.ReplaceLineEndings("\r\n"));

        Assert.Equal(CaptionFormat.Srt, read.Format);
        Assert.Empty(read.Faults);
        Assert.Equal([new(At(0, 0, 1), At(0, 0, 4, 250), null, "Good morning"), new(At(0, 0, 5, 500), At(0, 0, 6), null, "2026")], read.Cues);
    }

    [Fact]
    public void Subrip_without_empty_lines_between_its_cues_is_read_too()
    {
        var read = CaptionReader.Read("1\n00:00:01,000 --> 00:00:02,000\nOne\n2\n00:00:03,000 --> 00:00:04,000\nTwo");

        Assert.Empty(read.Faults);
        Assert.Equal(["One", "Two"], read.Cues.Select(cue => cue.Text));
    }

    [Theory]
    [InlineData("0:00\nGood morning\n0:07\nand welcome")]
    [InlineData("[00:00] Good morning\n[00:07] and welcome")]
    [InlineData("00:00:00 Good morning\n\n00:00:07 and welcome")]
    [InlineData("(0:00) Good morning\n(0:07) and welcome")]
    [InlineData("0:00 - Good morning\n0:07 – and welcome")]
    [InlineData("00:00.000: Good morning\n00:07,000: and welcome")]
    [InlineData("Ada Example  0:00\nGood morning\n\nBea Example  0:07\nand welcome")]
    public void Text_with_times_is_read_as_people_and_meeting_programs_write_it(string text)
    {
        var read = CaptionReader.Read(text);

        Assert.Equal(CaptionFormat.TimedText, read.Format);
        Assert.Empty(read.Faults);
        Assert.Equal([(At(0, 0, 0), At(0, 0, 7), "Good morning"), (At(0, 0, 7), At(0, 0, 12), "and welcome")], read.Cues.Select(cue => (cue.From, cue.To, cue.Text)));
    }

    [Fact]
    public void A_speaker_stands_beside_the_words_wherever_the_file_names_one()
    {
        Assert.Equal("Ada Example", CaptionReader.Read("Ada Example  0:00\nGood morning").Cues[0].Speaker);
        var zoom = CaptionReader.Read("WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nAda Example: Good morning").Cues[0];
        Assert.Equal(("Ada Example", "Good morning"), (zoom.Speaker, zoom.Text));
        Assert.Null(CaptionReader.Read("WEBVTT\n\n00:01.000 --> 00:02.000\nremember: save often").Cues[0].Speaker);
    }

    [Fact]
    public void A_pause_after_the_words_is_no_part_of_them() =>
        Assert.Equal([At(0, 0, 30), At(0, 10, 5)], CaptionReader.Read("0:00 Good morning\n10:00 and welcome").Cues.Select(cue => cue.To));

    [Theory]
    [InlineData("", 1, CaptionFaultKind.NotCaptions)]
    [InlineData("Good morning\nand welcome", 1, CaptionFaultKind.NotCaptions)]
    [InlineData("WEBVTT\n\n00:01.000 --> soon\nGood morning", 3, CaptionFaultKind.TimeUnreadable)]
    [InlineData("WEBVTT\n\n00:61.000 --> 00:62.000\nGood morning", 3, CaptionFaultKind.TimeUnreadable)]
    [InlineData("WEBVTT\n\n00:04.000 --> 00:01.000\nGood morning", 3, CaptionFaultKind.EndsBeforeItBegins)]
    [InlineData("WEBVTT\n\n00:04.000 --> 00:05.000\nLate\n\n00:01.000 --> 00:02.000\nEarly", 6, CaptionFaultKind.OutOfOrder)]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:02.000\n\n00:03.000 --> 00:04.000\nWords", 3, CaptionFaultKind.NothingSaid)]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:02.000\nOne\n\nTwo lost its time", 6, CaptionFaultKind.TimeMissing)]
    [InlineData("1\n00:00:01,000 --> 00:00:02;000\nGood morning", 2, CaptionFaultKind.TimeUnreadable)]
    [InlineData("A title\n0:00 Good morning", 1, CaptionFaultKind.TimeMissing)]
    [InlineData("0:00 Good morning\n0:7 and welcome", 2, CaptionFaultKind.TimeUnreadable)]
    [InlineData("0:00 Good morning\n0:20 Late\n0:07 and welcome", 3, CaptionFaultKind.OutOfOrder)]
    [InlineData("0:00\n0:07 and welcome", 1, CaptionFaultKind.NothingSaid)]
    public void What_cannot_be_taken_is_named_with_its_line(string text, int line, CaptionFaultKind kind) =>
        Assert.Equal([new(line, kind)], CaptionReader.Read(text).Faults);

    [Fact]
    public void Everything_else_is_read_although_something_is_at_fault()
    {
        var read = CaptionReader.Read("WEBVTT\n\n00:01.000 --> soon\nOne\n\n00:03.000 --> 00:04.000\nTwo");

        Assert.Equal(["Two"], read.Cues.Select(cue => cue.Text));
    }

    [Fact]
    public void A_file_beyond_its_bounds_is_refused_at_once()
    {
        Assert.Equal([new(1, CaptionFaultKind.TooMuch)], CaptionReader.Read(new string('a', CaptionReader.MostCharacters + 1)).Faults);
        Assert.Equal([new(1, CaptionFaultKind.TooLong)], CaptionReader.Read($"0:00 {new string('a', CaptionReader.LongestText + 1)}").Faults);
        var many = string.Join('\n', Enumerable.Range(0, CaptionReader.MostCues + 10).Select(n => $"{n / 60}:{n % 60:00} word"));
        Assert.Contains(CaptionReader.Read(many[..Math.Min(many.Length, CaptionReader.MostCharacters)]).Faults, fault => fault.Kind is CaptionFaultKind.TooMuch or CaptionFaultKind.TimeUnreadable or CaptionFaultKind.TimeMissing);
        Assert.Equal(CaptionReader.MostFaults, CaptionReader.Read("WEBVTT\n\n" + string.Concat(Enumerable.Repeat("no time\n\n", 200))).Faults.Count);
    }

    [Fact]
    public void What_is_written_for_players_is_read_back_as_it_was()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var at = 0;
            var cues = Enumerable.Range(0, random.Next(1, 30)).Select(_ =>
            {
                var from = at += random.Next(0, 900_000);
                return new Cue(Duration.FromMilliseconds(from), Duration.FromMilliseconds(from + random.Next(1, 20_000)), random.Next(2) == 0 ? "Ada & Bea <Example>" : null, Words(random));
            }).ToList();

            var read = CaptionReader.Read(WebVtt.Write(cues));

            Assert.Empty(read.Faults);
            Assert.Equal(cues, read.Cues);
            Assert.Equal(cues, WebVtt.Read(WebVtt.Write(cues)));
        }
    }

    [Fact]
    public void A_block_that_was_not_written_here_is_passed_over_when_what_was_written_is_read_back()
    {
        var cue = new Cue(Duration.FromHours(100), Duration.FromHours(101), "Ada", "late");

        Assert.Equal([cue], WebVtt.Read(WebVtt.Write([cue]).Replace("\n\n", "\n\nNOTE made by a program\n\n00:01.000 --> 00:02.000\nshort times\n\n", StringComparison.Ordinal)));
        Assert.Empty(WebVtt.Read(""));
        Assert.Empty(WebVtt.Read("WEBVTT\n"));
    }

    [Fact]
    public void Mutated_files_never_throw_and_never_give_what_a_player_could_not_show()
    {
        var random = new Random(11);
        string[] pieces = ["-->", "\n\n", "WEBVTT", "00:01.000", "<v ", "</", "&lt;", "\0", "\uD800", "{\\", "99:59:59.999", "NOTE", "1:2:3", "\u202E"];
        foreach (var sample in new[] { Vtt, Srt, "Ada Example  0:00\nGood morning\n[0:07] and welcome" })
            for (var round = 0; round < 500; round++)
            {
                var text = new StringBuilder(sample);
                for (var change = random.Next(1, 6); change > 0; change--)
                {
                    var at = random.Next(text.Length);
                    if (random.Next(2) == 0) text.Remove(at, Math.Min(random.Next(1, 12), text.Length - at));
                    text.Insert(Math.Min(at, text.Length), pieces[random.Next(pieces.Length)]);
                }

                var read = CaptionReader.Read(text.ToString());

                Assert.All(read.Cues, cue => Assert.True(cue.From < cue.To && cue.Text.Length > 0 && !cue.Text.Contains('\0', StringComparison.Ordinal)));
                var written = WebVtt.Write(read.Cues);
                Assert.Equal(CaptionReader.Read(written).Cues.Select(cue => (cue.From, cue.To)), WebVtt.Read(written).Select(cue => (cue.From, cue.To)));
                Assert.Equal(read.Cues, WebVtt.Read(written));
            }
    }

    private static string Words(Random random)
    {
        string[] words = ["data", "saves", "lives", "-->", "a < b", "R&D", "&amp;", "naïve", "日本", "12", "WEBVTT", "(0:07)"];
        return string.Join(' ', Enumerable.Range(0, random.Next(1, 8)).Select(_ => words[random.Next(words.Length)])) + (random.Next(4) == 0 ? "\nand a second line" : "");
    }

    private static Duration At(int hours, int minutes, int seconds, int milliseconds = 0) =>
        Duration.FromMilliseconds((((((hours * 60L) + minutes) * 60) + seconds) * 1000) + milliseconds);
}
