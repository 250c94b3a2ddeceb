using System.Text.Json;
using NodaTime;
using Sessions.Archive.Captions;
using Sessions.Tests.Support;

namespace Sessions.Tests.Archive.Captions;

/// <summary>What the editor in the browser does to a track, and that it finds the faults that the server finds.</summary>
public sealed class CaptionEditorRulesTests
{
    private static readonly EditedCue[] Track = [new(0, 4000, "Good morning and welcome", "Kim Example"), new(4000, 8000, "to this hour", "Kim Example"), new(9000, 12000, "Thank you", "Kit Example")];

    [NeedsFact(Component.Node)]
    public void A_line_is_split_at_the_caret_where_the_player_stands_or_as_far_in_as_its_words()
    {
        var byWords = CaptionEditorRules.Do("split", Track, 0, 12, null);
        var byPlayer = CaptionEditorRules.Do("split", Track, 0, 12, 3000);

        Assert.Equal(["0-2087 Kim Example: Good morning", "2087-4000 Kim Example: and welcome", "4000-8000 Kim Example: to this hour", "9000-12000 Kit Example: Thank you"], Shown(byWords));
        Assert.Equal(1, byWords.At);
        Assert.Equal(["0-3000 Kim Example: Good morning", "3000-4000 Kim Example: and welcome"], Shown(byPlayer)[..2]);
        // The player stands at the very beginning: that was not meant.
        Assert.Equal(Shown(byWords), Shown(CaptionEditorRules.Do("split", Track, 0, 12, 40)));
        Assert.True(CaptionEditorRules.Do("split", Track, 0, 0, null).IsRefused);
        Assert.True(CaptionEditorRules.Do("split", Track, 0, 24, null).IsRefused);
        Assert.True(CaptionEditorRules.Do("split", [new("soon", 4000, "Good morning")], 0, 5, null).IsRefused);
    }

    [NeedsFact(Component.Node)]
    public void Lines_that_overlap_stay_in_order_when_one_is_split()
    {
        EditedCue[] both = [new(0, 10_000, "Good morning everybody"), new(1000, 3000, "Hello")];

        Assert.Equal(["0-5714 Good morning", "1000-3000 Hello", "5714-10000 everybody"], Shown(CaptionEditorRules.Do("split", both, 0, 12, null)));
    }

    [NeedsFact(Component.Node)]
    public void Lines_that_are_joined_keep_all_that_is_said_and_by_whom()
    {
        Assert.Equal(["0-8000 Kim Example: Good morning and welcome to this hour", "9000-12000 Kit Example: Thank you"], Shown(CaptionEditorRules.Do("join", Track, 0)));
        Assert.Equal("4000-12000 Kim Example: to this hour\nKit Example: Thank you", Shown(CaptionEditorRules.Do("join", Track, 1))[1]);
        Assert.True(CaptionEditorRules.Do("join", Track, 2).IsRefused);
    }

    [NeedsFact(Component.Node)]
    public void A_new_line_fills_the_pause_and_the_last_one_begins_where_the_player_stands()
    {
        Assert.Equal("8000-9000 Kim Example: ", Shown(CaptionEditorRules.Do("insert", Track, 1, null))[2]);
        Assert.Equal("4000-6000 Kim Example: ", Shown(CaptionEditorRules.Do("insert", Track, 0, null))[1]);
        Assert.Equal("30000-32000 Kit Example: ", Shown(CaptionEditorRules.Do("insert", Track, 2, 30_000))[3]);
        Assert.Equal(["1500-3500 "], Shown(CaptionEditorRules.Do("insert", [], -1, 1500)));
    }

    [NeedsFact(Component.Node)]
    public void A_start_that_passes_its_end_takes_the_end_along()
    {
        Assert.Equal("5000-9000 Kim Example: Good morning and welcome", Shown(CaptionEditorRules.Do("setStart", Track, 0, 5000))[0]);
        Assert.Equal("1000-4000 Kim Example: Good morning and welcome", Shown(CaptionEditorRules.Do("setStart", Track, 0, 1000))[0]);
    }

    [NeedsFact(Component.Node)]
    public void A_name_is_counted_before_it_is_replaced_in_words_and_speakers()
    {
        EditedCue[] cues = [new(0, 1000, "In Ledes, Ledes it is", "Ann Ledes"), new(1000, 2000, "the ledes of pamphledes"), new(2000, 3000, "nothing"), new(3000, 4000, "50% (net) of Ledesma")];
        var whole = new { words = "Ledes", whole = true };

        Assert.Equal((4, "[0,1]"), Found(CaptionEditorRules.Do("find", cues, whole).Value));
        Assert.Equal(3, Found(CaptionEditorRules.Do("find", cues, new { words = "Ledes", whole = true, matchCase = true }).Value).Times);
        Assert.Equal(6, Found(CaptionEditorRules.Do("find", cues, new { words = "ledes" }).Value).Times);
        Assert.Equal(["0-1000 Ann Leeds: In Leeds, Leeds it is", "1000-2000 the Leeds of pamphledes"], Shown(CaptionEditorRules.Do("replace", cues, whole, "Leeds"))[..2]);
        // Signs of patterns are signs, on both sides.
        Assert.Equal("3000-4000 50% $& of Ledesma", Shown(CaptionEditorRules.Do("replace", cues, new { words = "(net)" }, "$&"))[3]);
        Assert.Equal(0, Found(CaptionEditorRules.Do("find", cues, new { words = "" }).Value).Times);
    }

    [NeedsFact(Component.Node)]
    public void What_reaches_beyond_the_recording_is_told_and_the_cue_at_a_moment_is_known()
    {
        Assert.Equal("beginsBeyond", CaptionEditorRules.Ask("beyond", Track[2], 8000).GetString());
        Assert.Equal("endsBeyond", CaptionEditorRules.Ask("beyond", Track[2], 10_000).GetString());
        Assert.Equal([0, 1, -1, 2, -1], new[] { 0, 4000, 8500, 11_999, 12_000 }.Select(at => CaptionEditorRules.Do("current", Track, at).Value.GetInt32()));
    }

    [NeedsFact(Component.Node)]
    public void Times_are_read_and_written_as_the_server_does()
    {
        foreach (var time in new[] { "0:07", "00:01:07.500", "1:02:03,5", "75:10", "999:59:59.999", " 0:07 ", "1:60:00", "0:60", "soon", "", "1", "0:07.1234", "-0:07", "1000:00:00", "0:7" })
        {
            var read = CaptionEditorRules.Do("readTime", null!, time);
            var server = CueTime.Read(time);
            Assert.Equal(server?.TotalMilliseconds, read.IsRefused ? null : read.Value.GetDouble());
            if (server is { } moment) Assert.Equal(CueTime.Write(moment), CaptionEditorRules.Ask("writeTime", (long)moment.TotalMilliseconds).GetString());
        }
    }

    [NeedsFact(Component.Node)]
    public void Random_edits_leave_a_track_that_the_server_takes_or_names_at_the_same_cue_for_the_same_reason()
    {
        const string text = "WEBVTT\n\n00:00:00.000 --> 00:00:04.000\n<v Kim Example>Good morning\nand welcome\n\n00:00:04.000 --> 00:00:09.000\nR&amp;D &lt;now&gt; in Leeds\n\n00:00:09.500 --> 00:00:12.000\n<v Kit Example>Thank you.\n";
        var (taken, refused) = (0, 0);
        for (var seed = 1; seed <= 8; seed++)
            foreach (var (step, at) in CaptionEditorRules.Edits(seed, 250, text).Select((step, at) => (step, at)))
            {
                var read = CaptionReader.Read(step.Text);
                var named = read.Faults.Select(f => (f.Line, JsonNamingPolicy.CamelCase.ConvertName($"{f.Kind}"))).ToList();
                Assert.True(named.SequenceEqual(step.Faults.Take(CaptionReader.MostFaults).Select(f => (f.Line, f.Kind))), $"seed {seed}, step {at}: {string.Join(", ", named)} and not {string.Join<EditedFault>(", ", step.Faults)} in\n{step.Text}");
                if (step.Faults.Length > 0)
                {
                    refused++;
                    continue;
                }

                taken++;
                Assert.True(step.IsRead, $"seed {seed}, step {at}: the editor does not read what it wrote\n{step.Text}");
                Assert.Equal(step.Cues.Select(c => (c.From.GetInt64(), c.To.GetInt64(), c.Said)), read.Cues.Select(c => (Milliseconds(c.From), Milliseconds(c.To), (c.Speaker is { } name ? $"{name}: " : "") + c.Text)));
                // What is kept is what the next editor reads, and is kept as the same again.
                Assert.Equal(WebVtt.Write(read.Cues), WebVtt.Write(CaptionReader.Read(WebVtt.Write(read.Cues)).Cues));
            }

        Assert.True(taken > 100 && refused > 100, $"{taken} tracks were taken and {refused} refused: both are to be looked at");
    }

    private static long Milliseconds(Duration moment) => (long)moment.TotalMilliseconds;

    private static string[] Shown(EditedTrack track) => [.. track.Cues!.Select(c => c.ToString())];

    private static (int Times, string Places) Found(JsonElement found) => (found.GetProperty("times").GetInt32(), found.GetProperty("places").GetRawText());
}
