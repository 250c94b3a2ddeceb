using NodaTime;
using Sessions.Archive.Captions;
using Sessions.Archive.Chapters;
using Sessions.Scheduling;

namespace Sessions.Tests.Archive;

public sealed class ChapterReaderTests
{
    [Theory]
    [InlineData("0:00 Welcome\n12:34 Questions", "0:00 Welcome|12:34 Questions")]
    [InlineData("00:00:00 Welcome\r\n\r\n01:02:03 - The second hour", "0:00 Welcome|1:02:03 The second hour")]
    [InlineData("• (0:00) Welcome\n- [4:07] What 3:1 means\n* 75:10 Late", "0:00 Welcome|4:07 What 3:1 means|1:15:10 Late")]
    [InlineData("Welcome 0:00\nQuestions from the room 5:00", "0:00 Welcome|5:00 Questions from the room")]
    [InlineData("", "")]
    public void Lists_as_people_and_video_sites_write_them_are_read(string text, string expected)
    {
        var read = ChapterReader.Read(text);

        Assert.Empty(read.Faults);
        Assert.Equal(expected.Replace('|', '\n'), ChapterReader.Write(read.Chapters));
        Assert.Equal(read.Chapters, ChapterReader.Read(ChapterReader.Write(read.Chapters)).Chapters);
    }

    [Fact]
    public void Each_line_at_fault_is_named()
    {
        var read = ChapterReader.Read($"0:00 Welcome\n\nsoon: Questions\n0:00 Again\n5:00\n6:00 {new string('a', 201)}\n7:00 Close");

        Assert.Equal([new(3, ChapterFaultKind.TimeMissing), new(4, ChapterFaultKind.OutOfOrder), new(5, ChapterFaultKind.TitleMissing), new(6, ChapterFaultKind.TooLong)], read.Faults);
        Assert.Equal(["Welcome", "Close"], read.Chapters.Select(c => c.Title));
    }

    [Fact]
    public void A_list_without_end_is_bounded()
    {
        var many = string.Join('\n', Enumerable.Range(0, 200).Select(n => $"{n}:00 Part {n}"));
        Assert.Equal(Chapter.Most, ChapterReader.Read(many).Chapters.Count);
        Assert.Equal(ChapterReader.MostFaults, ChapterReader.Read(many).Faults.Count);
        Assert.Equal([new(1, ChapterFaultKind.TooMany)], ChapterReader.Read(new string('a', ChapterReader.MostCharacters + 1)).Faults);
    }

    [Fact]
    public void Players_get_cues_that_follow_each_other_and_words_that_are_no_marks()
    {
        var vtt = ChapterReader.WriteVtt(ChapterReader.Read("0:00 Welcome\n12:34 <b>Bees</b> --> buses").Chapters);

        Assert.Equal("WEBVTT\n\n00:00:00.000 --> 00:12:34.000\nWelcome\n\n00:12:34.000 --> 24:12:34.000\n&lt;b&gt;Bees&lt;/b&gt; --&gt; buses\n", vtt);
        Assert.Equal(CaptionFormat.WebVtt, CaptionReader.Read(vtt).Format);
    }

    [Fact]
    public void An_hour_that_was_run_gives_its_real_moments_and_one_that_was_not_its_plan()
    {
        RunPart Part(int minutes, string title, int? began) => new(RunningOrderKind.Talk, minutes, title, null, began is { } at ? Instant.FromUtc(2026, 11, 20, 12, 0) + Duration.FromMinutes(at) : null);

        Assert.Equal([(0, "A"), (5, "B"), (25, "C")], ChaptersOfHour.Of([Part(5, "A", null), Part(20, "B", null), Part(5, "C", null)]).Select(p => ((int)p.At.TotalMinutes, p.Part.Title!)));
        Assert.Equal([(0, "A"), (31, "C")], ChaptersOfHour.Of([Part(5, "A", 3), Part(20, "B", null), Part(5, "C", 34)]).Select(p => ((int)p.At.TotalMinutes, p.Part.Title!)));
        Assert.Empty(ChaptersOfHour.Of([]));
    }
}
