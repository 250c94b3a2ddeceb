using System.Text;
using Sessions.Archive.Media;
using Sessions.Data;
using Sessions.Files;
using Sessions.Tests.Support;

namespace Sessions.Tests.Archive.Media;

/// <summary>Files that would have the tools read something else. Their rows lie about their type, as if the look at their first bytes had been deceived.</summary>
public sealed class MediaAttackTests
{
    public static TheoryData<string> Texts => new()
    {
        "ffconcat version 1.0\nfile 'SECRET'\n",
        "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nfile://FOLDER/SECRET\n#EXT-X-ENDLIST\n",
        "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nconcat:FOLDER/SECRET|FOLDER/SECRET\n#EXT-X-ENDLIST\n",
        "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nhttp://127.0.0.1:1/secret.ts\n#EXT-X-ENDLIST\n",
        "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" type=\"static\" mediaPresentationDuration=\"PT9S\"><Period><AdaptationSet mimeType=\"video/mp4\"><Representation id=\"1\" bandwidth=\"1\"><BaseURL>file://FOLDER/SECRET</BaseURL></Representation></AdaptationSet></Period></MPD>",
    };

    [NeedsTheory(Component.Ffmpeg), MemberData(nameof(Texts))]
    public async Task A_text_that_pretends_to_be_a_recording_reads_nobody_elses_file(string text)
    {
        await using var media = await MediaStage.Set(DatabaseProvider.Sqlite);
        var secret = media.PathOf((await media.Stage.Saved(Films.Mp4, "secret.mp4")).Id);
        var bytes = Encoding.UTF8.GetBytes(text.Replace("FOLDER", Path.GetDirectoryName(secret), StringComparison.Ordinal).Replace("SECRET", Path.GetFileName(secret), StringComparison.Ordinal));
        string[] types = ["video/mp4", "video/webm", "audio/mp4", "audio/ogg", "audio/mpeg"];
        var all = new List<Guid>();
        foreach (var type in types) all.Add(await media.AddAs(bytes, type, "film.mp4"));
        var before = media.Stage.FilesOnDisk;

        await media.Run();

        foreach (var id in all)
        {
            Assert.Equal("Look Failed Unreadable", await media.Steps(id));
            var recording = await media.Recording(id);
            Assert.Equal((null, null, null), (recording.Seconds, recording.PosterId, recording.AudioId));
        }
        Assert.Equal(before, media.Stage.FilesOnDisk);
    }

    [NeedsFact(Component.Ffmpeg)]
    public async Task The_same_text_leads_a_tool_that_is_told_nothing_to_the_secret()
    {
        await using var media = await MediaStage.Set(DatabaseProvider.Sqlite);
        var secret = media.PathOf((await media.Stage.Saved(Films.Mp4, "secret.mp4")).Id);
        var text = media.PathOf((await media.Stage.Saved(Encoding.UTF8.GetBytes($"ffconcat version 1.0\nfile '{Path.GetFileName(secret)}'\n"), "list.txt")).Id);

        Assert.Equal("1280 720", Films.Look(text, "stream=width,height").Split("  ")[0]);
        Assert.ThrowsAny<InvalidOperationException>(() => Films.Run("ffprobe", MediaArguments.Look("mov", text)));
    }

    [Fact]
    public async Task None_of_these_texts_is_taken_for_a_recording_when_it_is_uploaded()
    {
        await using var media = await MediaStage.Set(DatabaseProvider.Sqlite);
        foreach (var text in Texts.Cast<object[]>().Select(row => (string)row[0]))
            Assert.False((await media.Stage.Files.Save(new MemoryStream(Encoding.UTF8.GetBytes(text)), "film.mp4")).Value is { } saved && FileType.IsPlayable(saved.MediaType));
    }

    [Fact]
    public void Every_call_names_its_reader_and_nothing_but_local_files_and_no_path_can_be_an_option()
    {
        var facts = new MediaFacts(100, 0, 640, 360, 1, 1, false);
        foreach (var type in new[] { "video/mp4", "video/webm", "audio/mp4", "audio/ogg", "audio/mpeg" })
        {
            var reader = MediaArguments.Reader(type)!;
            foreach (var call in new[] { MediaArguments.Look(reader, "/store/a b"), MediaArguments.Poster(reader, facts, "/store/a b", "/store/out", true), MediaArguments.Poster(reader, facts, "/store/a b", "/store/out", false), MediaArguments.Audio(reader, facts, "/store/a b", "/store/out", 100) })
            {
                var at = call.ToList().IndexOf("-i");
                Assert.Equal(["-f", reader, "-i", "file:/store/a b"], call.Skip(at - 2).Take(4));
                foreach (var (option, value) in new[] { ("-protocol_whitelist", "file"), ("-format_whitelist", reader) })
                    Assert.Equal(value, call[call.ToList().IndexOf(option) + 1]);
                Assert.True(call.ToList().IndexOf("-codec_whitelist") is >= 0 and var codecs && codecs < at);
                Assert.Single(call, "-i");
            }
        }
        Assert.Null(MediaArguments.Reader("text/plain"));
        Assert.Null(MediaArguments.Reader("image/jpeg"));
    }

    [NeedsFact(Component.Ffmpeg)]
    public async Task A_decoder_that_no_recording_needs_is_not_asked()
    {
        await using var media = await MediaStage.Set(DatabaseProvider.Sqlite);
        var id = await media.AddAs(Films.Make("mkv", "-f", "lavfi", "-i", "testsrc2=s=64x64:r=5:d=2", "-c:v", "ffv1"), "video/webm", "odd.webm");

        await media.Run();

        Assert.Null((await media.Recording(id)).PosterId);
        Assert.Contains("Failed Unreadable", await media.Steps(id), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{\"streams\": 1}")]
    [InlineData("{\"streams\": [1, \"a\", null]}")]
    [InlineData("{\"streams\": [{\"index\": -1, \"codec_type\": \"video\"}]}")]
    [InlineData("{\"streams\": [{\"index\": 0, \"codec_type\": \"subtitle\"}], \"format\": {\"duration\": \"9\"}}")]
    public void What_is_no_answer_names_nothing(string json) => Assert.Null(MediaFacts.Read(json));

    [Theory]
    [InlineData("9.4", 9)]
    [InlineData("0.2", 1)]
    [InlineData("N/A", null)]
    [InlineData("NaN", null)]
    [InlineData("-3", null)]
    [InlineData("1e300", null)]
    public void A_duration_that_can_not_be_is_none(string said, int? seconds) =>
        Assert.Equal(seconds, MediaFacts.Read($$$"""{"streams":[{"index":0,"codec_type":"audio"}],"format":{"duration":"{{{said}}}"}}""")!.Seconds);

    [Fact]
    public void A_cover_in_a_sound_file_is_no_moving_picture() =>
        Assert.Equal((null, 0), MediaFacts.Read("""{"streams":[{"index":0,"codec_type":"audio"},{"index":1,"codec_type":"video","disposition":{"attached_pic":1}}],"format":{}}""") is { } facts ? (facts.Picture, facts.Sound!.Value) : default);
}
