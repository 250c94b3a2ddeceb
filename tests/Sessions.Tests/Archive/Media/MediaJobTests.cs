using Microsoft.EntityFrameworkCore;
using Sessions.Archive;
using Sessions.Archive.Media;
using Sessions.Data;
using Sessions.Tests.Support;

namespace Sessions.Tests.Archive.Media;

/// <summary>With the real ffmpeg.</summary>
public sealed class MediaJobTests
{
    [NeedsTheory(Component.Ffmpeg), EachDatabase]
    public async Task A_video_gets_its_duration_a_poster_and_its_sound_lifted_out_as_it_is(DatabaseProvider provider)
    {
        await using var media = await MediaStage.Set(provider);
        var id = await media.Add(Films.Mp4, "talk.mp4");
        Assert.Equal("Look Waiting", await media.Steps(id));

        await media.Run();

        Assert.Equal("Look Done, Poster Done, Audio Done", await media.Steps(id));
        var recording = await media.Recording(id);
        Assert.Equal((9, 1280, 720), (recording.Seconds, recording.Width, recording.Height));
        Assert.Equal(("poster.jpg", "image/jpeg"), (recording.Poster!.Name, recording.Poster.MediaType));
        Assert.Equal(("talk.m4a", "audio/mp4"), (recording.Audio!.Name, recording.Audio.MediaType));
        Assert.Equal("mjpeg 960 540", Films.Look(media.PathOf(recording.PosterId!.Value), "stream=codec_name,width,height"));
        Assert.Equal("aac", Films.Look(media.PathOf(recording.AudioId!.Value), "stream=codec_name"));
        // Not made anew: each packet of its sound is the one that was there.
        Assert.Equal(Sound(media.PathOf(recording.FileId!.Value)), Sound(media.PathOf(recording.AudioId.Value)));
        // Where it was recorded is nobody's business.
        Assert.Contains("51.5", Films.Look(media.PathOf(recording.FileId.Value), "format_tags"), StringComparison.Ordinal);
        Assert.DoesNotContain("51.5", Films.Look(media.PathOf(recording.AudioId.Value), "format_tags"), StringComparison.Ordinal);
        foreach (var file in new[] { recording.Poster, recording.Audio })
        {
            var bytes = await File.ReadAllBytesAsync(media.PathOf(file.Id));
            Assert.Equal((file.Length, file.Sha256), (bytes.Length, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))));
        }
        Assert.Equal(3, media.Stage.FilesOnDisk);
    }

    [NeedsTheory(Component.Ffmpeg), EachDatabase]
    public async Task Sound_that_podcast_programs_do_not_play_is_made_anew_and_what_they_play_stays_alone(DatabaseProvider provider)
    {
        await using var media = await MediaStage.Set(provider);
        var (web, ogg, mp3) = (await media.Add(Films.WebM, "web.webm"), await media.Add(Films.Ogg, "voice.ogg"), await media.Add(Films.Mp3, "voice.mp3"));

        await media.Run();

        foreach (var id in new[] { web, ogg })
            Assert.Equal("aac", Films.Look(media.PathOf((await media.Recording(id)).AudioId!.Value), "stream=codec_name"));
        Assert.Equal("Look Done, Audio Done", await media.Steps(ogg));
        Assert.Equal("Look Done", await media.Steps(mp3));
        Assert.Equal((7, null, null), ((await media.Recording(mp3)).Seconds, (await media.Recording(mp3)).PosterId, (await media.Recording(mp3)).AudioId));
    }

    [NeedsFact(Component.Ffmpeg)]
    public async Task A_poster_is_never_black_and_where_all_is_black_there_is_none()
    {
        await using var media = await MediaStage.Set(DatabaseProvider.Sqlite);
        var (dark, late) = (await media.Add(Films.Black, "dark.mp4"), await media.Add(Films.BlackAtFirst, "late.mp4"));

        await media.Run();

        Assert.Equal("Look Done, Poster Done", await media.Steps(dark));
        Assert.Null((await media.Recording(dark)).PosterId);
        using var poster = SkiaSharp.SKBitmap.Decode(media.PathOf((await media.Recording(late)).PosterId!.Value));
        Assert.Contains(Enumerable.Range(0, 40), i => poster.GetPixel(i * 8, 120) is var c && c.Red + c.Green + c.Blue > 200);
    }

    [NeedsTheory(Component.Ffmpeg), EachDatabase]
    public async Task A_broken_file_gets_a_reason_once_and_is_tried_again_when_a_host_asks(DatabaseProvider provider)
    {
        await using var media = await MediaStage.Set(provider);
        var id = await media.Add(Files.Samples.Mp4, "broken.mp4");

        await media.Run();
        Assert.Equal("Look Failed Unreadable", await media.Steps(id));
        Assert.Contains("moov atom not found", (await media.Seen(id)).Steps[0].Said, StringComparison.Ordinal);
        Assert.DoesNotContain("/", (await media.Seen(id)).Steps[0].Said!, StringComparison.Ordinal);

        // Not by itself; with tools that would end well it shows whether anybody asked them.
        var asked = media.Beside("asked");
        media.Options = media.Options with { Ffprobe = media.Program("ffprobe", $"touch {asked}; exit 1") };
        media.Stage.Time.Advance(TimeSpan.FromDays(30));
        await media.Run();
        Assert.False(File.Exists(asked));

        Assert.Equal(ArchiveRefusal.NotAllowed, await media.Service.TryAgain(media.Stage.Stranger, media.Stage.SessionId, id));
        Assert.Null(await media.Service.TryAgain(media.Stage.Host, media.Stage.SessionId, id));
        Assert.Equal(ArchiveRefusal.NothingFailed, await media.Service.TryAgain(media.Stage.Host, media.Stage.SessionId, id));
        Assert.Equal(ArchiveRefusal.NotFound, await media.Service.TryAgain(media.Stage.Host, media.Stage.SessionId, Guid.NewGuid()));
        await media.Run();
        Assert.True(File.Exists(asked));
        Assert.Equal("Look Failed Unreadable", await media.Steps(id));
        Assert.Null(await media.Queries.Of(media.Stage.Stranger, media.Stage.SessionId));
    }

    [NeedsTheory(Component.Ffmpeg), EachDatabase]
    public async Task Removing_a_recording_removes_what_was_made_of_it(DatabaseProvider provider)
    {
        await using var media = await MediaStage.Set(provider);
        var id = await media.Add(Films.Mp4, "talk.mp4");
        await media.Run();

        Assert.Null(await media.Stage.Archive.Remove(media.Stage.Host, media.Stage.SessionId, id));

        await using var db = media.Stage.Database.Read();
        Assert.Equal((0, 0, 0, 0), (await db.Files.CountAsync(), await db.MediaWork.CountAsync(), await db.Recordings.CountAsync(), media.Stage.FilesOnDisk));
    }

    [NeedsTheory(Component.Ffmpeg), EachDatabase]
    public async Task A_poster_that_is_made_while_its_recording_is_removed_leaves_nothing_behind(DatabaseProvider provider)
    {
        await using var media = await MediaStage.Set(provider);
        var id = await media.Add(Films.Mp4, "talk.mp4");
        var (begun, go) = (media.Beside("begun"), media.Beside("go"));
        media.Options = media.Options with { Ffmpeg = media.Program("ffmpeg", $"touch {begun}; while [ ! -e {go} ]; do sleep 0.05; done; exec ffmpeg \"$@\"") };

        var run = media.Run();
        await Eventually.Holds(() => Task.FromResult(File.Exists(begun)));
        Assert.Equal(new MediaNow(id, MediaStep.Poster, null), media.Progress.Now);
        Assert.Null(await media.Stage.Archive.Remove(media.Stage.Host, media.Stage.SessionId, id));
        await File.WriteAllTextAsync(go, "");
        await run;

        await using var db = media.Stage.Database.Read();
        Assert.Equal((0, 0, 0), (await db.Files.CountAsync(), await db.MediaWork.CountAsync(), media.Stage.FilesOnDisk));
        Assert.Null(media.Progress.Now);
    }

    [NeedsTheory(Component.Ffmpeg), EachDatabase]
    public async Task With_a_talk_that_moves_to_another_session_its_poster_and_sound_move_too(DatabaseProvider provider)
    {
        await using var media = await MediaStage.Set(provider);
        var (speaker, token) = await media.Stage.Speaker();
        await media.Stage.Talks.AddFile(token, await media.Stage.Saved(Films.Mp4, "mine.mp4"));
        await media.Run();
        var other = Guid.NewGuid();

        await media.Stage.Database.Write(db => Sessions.Speakers.MovedTalkWriter.MoveFiles(db, speaker, other));

        await using var read = media.Stage.Database.Read();
        Assert.Equal([other, other, other], await read.Files.Select(f => f.SessionId).ToListAsync());
    }

    [NeedsTheory(Component.Ffmpeg), EachDatabase]
    public async Task Erasing_a_speaker_erases_what_was_made_of_their_recording(DatabaseProvider provider)
    {
        await using var media = await MediaStage.Set(provider);
        var (speaker, token) = await media.Stage.Speaker();
        await media.Stage.Talks.AddFile(token, await media.Stage.Saved(Films.Mp4, "mine.mp4"));
        await media.Run();
        Assert.Equal(3, media.Stage.FilesOnDisk);
        await using var db = media.Stage.Database.Read();
        var person = await db.Appearances.Where(a => a.Id == speaker).Select(a => a.PersonId).SingleAsync();

        Assert.True((await new Sessions.Workflows.ErasePerson(media.Stage.Database, media.Stage.Time, media.Stage.Files).ByAdmin(media.Stage.Host with { IsAdmin = true }, person)).Ok);

        Assert.Equal((0, 0, 0), (await db.Files.CountAsync(), await db.MediaWork.CountAsync(), media.Stage.FilesOnDisk));
    }

    [Theory, EachDatabase]
    public async Task Without_the_tools_nothing_is_begun_and_it_is_said(DatabaseProvider provider)
    {
        await using var media = await MediaStage.Set(provider);
        media.Options = media.Options with { Ffmpeg = "/nowhere/ffmpeg" };
        var id = await media.Add(Files.Samples.Mp4, "talk.mp4");

        await media.Run();

        var seen = (await media.Queries.Of(media.Stage.Host, media.Stage.SessionId))!;
        Assert.Equal((MediaToolsState.Missing, "Look Waiting"), (seen.Tools, await media.Steps(id)));
        await using var db = media.Stage.Database.Read();
        Assert.Equal(0, await db.MediaWork.CountAsync());
        Assert.NotNull(await media.Stage.ArchiveQueries.PublicFile((await media.Recording(id)).FileId!.Value));
        media.Options = new(MediaWish.Nothing);
        Assert.Equal(MediaToolsState.Off, (await media.Queries.Of(media.Stage.Host, media.Stage.SessionId))!.Tools);
    }

    [NeedsFact(Component.Ffmpeg)]
    public async Task Without_the_wish_for_an_audio_version_there_is_none_until_somebody_wishes_it()
    {
        await using var media = await MediaStage.Set(DatabaseProvider.Sqlite);
        media.Options = new(MediaWish.WithoutAudio);
        var id = await media.Add(Films.Mp4, "talk.mp4");

        await media.Run();
        Assert.Equal("Look Done, Poster Done", await media.Steps(id));
        Assert.Null((await media.Recording(id)).AudioId);

        media.Options = new();
        await media.Run();
        Assert.NotNull((await media.Recording(id)).AudioId);
    }

    private static string Sound(string file) => Films.Run("ffmpeg", ["-v", "error", "-nostdin", "-i", file, "-map", "0:a", "-c", "copy", "-f", "streamhash", "-"]);
}
