using System.Diagnostics;
using Sessions.Archive.Media;
using Sessions.Data;
using Sessions.Files;
using Sessions.Tests.Support;

namespace Sessions.Tests.Archive.Media;

/// <summary>Programs of our own stand in where a fault or its moment matters; the look at the file is the real one.</summary>
public sealed class MediaFaultTests
{
    [NeedsTheory(Component.Ffmpeg), EachDatabase]
    public async Task A_stop_of_the_server_ends_the_tool_and_the_next_start_takes_it_up_again(DatabaseProvider provider)
    {
        await using var media = await MediaStage.Set(provider);
        var id = await media.Add(Films.Mp4, "talk.mp4");
        var pid = media.Beside("pid");
        media.Options = media.Options with { Ffmpeg = media.Program("ffmpeg", $"echo $$ > {pid}.new; mv {pid}.new {pid}; exec sleep 600") };
        using var stop = new CancellationTokenSource();

        var run = media.Run(stop.Token);
        await Eventually.Holds(() => Task.FromResult(File.Exists(pid)));
        Assert.Equal("Look Done, Poster Working, Audio Waiting", await media.Steps(id));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);

        Assert.False(IsRunning(pid));
        Assert.Equal("Look Done, Poster Waiting, Audio Waiting", await media.Steps(id));
        media.Options = new();
        await media.Run();
        Assert.Equal("Look Done, Poster Done, Audio Done", await media.Steps(id));
    }

    [NeedsTheory(Component.Ffmpeg), EachDatabase]
    public async Task What_a_killed_server_left_in_the_middle_is_taken_up_again_but_not_for_ever(DatabaseProvider provider)
    {
        await using var media = await MediaStage.Set(provider);
        var (id, killer) = (await media.Add(Films.Mp4, "talk.mp4"), await media.Add(Films.Mp4, "killer.mp4"));
        // As rows and files stand after a kill: once for one, three times for the other.
        await media.Stage.Database.Write(db => db.BeginMedia([MediaStep.Look], media.Stage.Time.Now()));
        await media.Stage.Database.Write(db => db.BeginMedia([MediaStep.Look], media.Stage.Time.Now()));
        await media.Stage.Database.Write(db => Again(db, killer, media));
        await media.Stage.Database.Write(db => Again(db, killer, media));
        var half = media.Stage.Files.Unfinished(Guid.NewGuid());
        await File.WriteAllTextAsync(half, "half");
        media.Stage.Files.RemoveLeftovers();
        Assert.False(File.Exists(half));
        Assert.Equal("Look Waiting", await media.Steps(id));

        await media.Run();

        Assert.Equal("Look Done, Poster Done, Audio Done", await media.Steps(id));
        Assert.Equal("Look Failed Interrupted", await media.Steps(killer));
    }

    [NeedsFact(Component.Ffmpeg)]
    public async Task Whatever_takes_too_long_is_ended_and_said()
    {
        await using var media = await MediaStage.Set(DatabaseProvider.Sqlite);
        var pid = media.Beside("pid");
        media.Options = media.Options with { ForPoster = TimeSpan.FromSeconds(2), ForAudio = TimeSpan.FromSeconds(1), Ffmpeg = media.Program("ffmpeg", $"echo $$ > {pid}; exec sleep 600") };
        var id = await media.Add(Films.Mp4, "talk.mp4");
        var clock = Stopwatch.StartNew();

        await media.Run();

        Assert.Equal("Look Done, Poster Failed TookTooLong, Audio Failed TookTooLong", await media.Steps(id));
        Assert.False(IsRunning(pid));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"{clock.Elapsed}");
        Assert.Equal(1, media.Stage.FilesOnDisk);
    }

    [NeedsFact(Component.Ffmpeg)]
    public async Task Whatever_writes_without_end_is_ended_and_leaves_nothing()
    {
        await using var media = await MediaStage.Set(DatabaseProvider.Sqlite);
        // The last argument is the file to write.
        media.Options = media.Options with { Ffmpeg = media.Program("ffmpeg", "for to in \"$@\"; do :; done; exec dd if=/dev/zero of=\"${to#file:}\" bs=1M count=4000 2>/dev/null") };
        var id = await media.Add(Films.Mp4, "talk.mp4");

        await media.Run();

        Assert.Equal("Look Done, Poster Failed TooLarge, Audio Failed TooLarge", await media.Steps(id));
        Assert.Equal(1, media.Stage.FilesOnDisk);
    }

    [NeedsFact(Component.Ffmpeg)]
    public async Task Whatever_takes_more_memory_than_it_may_is_ended()
    {
        await using var media = await MediaStage.Set(DatabaseProvider.Sqlite);
        var id = await media.Add(Films.Mp4, "talk.mp4");
        await media.Run();
        media.Options = media.Options with { Memory = 100L * 1024 * 1024, Ffmpeg = media.Program("ffmpeg", "exec dd if=/dev/zero of=/dev/null bs=280M count=1000000 2>/dev/null") };
        var hungry = await media.Add(Films.BlackAtFirst, "hungry.mp4");

        await media.Run();

        Assert.Equal("Look Done, Poster Done, Audio Done", await media.Steps(id));
        Assert.Equal("Look Done, Poster Failed TooMuchMemory", await media.Steps(hungry));
    }

    [NeedsFact(Component.Ffmpeg, Component.SmallDisk)]
    public async Task On_a_full_disk_it_waits_and_goes_on_by_itself_when_there_is_room()
    {
        await using var media = await MediaStage.Set(DatabaseProvider.Sqlite);
        using var disk = new SmallDisk(megabytes: 40);
        var files = new FileStore(disk.Path);
        var id = (await media.Stage.Archive.AddFile(media.Stage.Host, media.Stage.SessionId, (await files.Save(new MemoryStream(Films.Mp4), "talk.mp4")).Value!, new())).Value;
        media.Options = media.Options with { Reserve = 1024 * 1024 };
        var filled = Path.Combine(disk.Path, "filled");
        await File.WriteAllBytesAsync(filled, new byte[(int)(files.Free - (3 * 1024 * 1024))]);

        await Run();
        Assert.Equal("Look Done, Poster Waiting DiskFull, Audio Waiting DiskFull", await media.Steps(id));
        File.Delete(filled);
        await Run();
        Assert.Equal("Look Done, Poster Waiting DiskFull, Audio Waiting DiskFull", await media.Steps(id));
        media.Stage.Time.Advance(TimeSpan.FromMinutes(31));
        await Run();
        Assert.Equal("Look Done, Poster Done, Audio Done", await media.Steps(id));

        Task Run() => new MediaJob(media.Stage.Database, files, media.Options, media.Progress, media.Stage.Time).Run(default);
    }

    [NeedsFact(Component.Ffmpeg)]
    public async Task A_tool_sees_none_of_our_settings_has_nothing_to_read_and_is_last_in_the_queue()
    {
        await using var media = await MediaStage.Set(DatabaseProvider.Sqlite);
        var said = media.Beside("said");
        media.Options = media.Options with { Ffprobe = media.Program("ffprobe", $"(env; nice; ulimit -c; if read line; then echo input; else echo nothing to read; fi) > {said}; exit 1") };
        Environment.SetEnvironmentVariable("Mail__Smtp__Password", "secret-of-the-mailbox");
        await media.Add(Films.Mp4, "talk.mp4");

        await media.Run();

        var text = await File.ReadAllTextAsync(said);
        Environment.SetEnvironmentVariable("Mail__Smtp__Password", null);
        Assert.DoesNotContain("secret-of-the-mailbox", text, StringComparison.Ordinal);
        Assert.EndsWith("19\n0\nnothing to read\n", text, StringComparison.Ordinal);
    }

    [NeedsFact(Component.Ffmpeg)]
    public async Task How_far_an_audio_version_is_can_be_seen_while_it_is_made()
    {
        await using var media = await MediaStage.Set(DatabaseProvider.Sqlite);
        var go = media.Beside("go");
        // Nine seconds long: after 3.6 of them it is at 40 per cent.
        media.Options = media.Options with { Ffmpeg = media.Program("ffmpeg", $"case \"$*\" in *progress*) echo out_time_us=3600000; echo progress=continue; while [ ! -e {go} ]; do sleep 0.05; done;; esac; exec ffmpeg \"$@\"") };
        var id = await media.Add(Films.Mp4, "talk.mp4");

        var run = media.Run();
        await Eventually.Holds(async () => (await media.Seen(id)).Steps.Any(s => s.Percent == 40));
        Assert.Equal("Look Done, Poster Done, Audio Working", await media.Steps(id));
        await File.WriteAllTextAsync(go, "");
        await run;
        Assert.Equal("Look Done, Poster Done, Audio Done", await media.Steps(id));
    }

    private static async Task Again(SessionsDb db, Guid killer, MediaStage media) =>
        (await db.MediaWork.FindAsync(killer, MediaStep.Look))!.Begin(media.Stage.Time.Now());

    /// <summary>One that was ended before it came so far as to say its number is not.</summary>
    private static bool IsRunning(string pidFile)
    {
        if (!File.Exists(pidFile)) return false;
        var status = $"/proc/{File.ReadAllText(pidFile).Trim()}/status";
        return File.Exists(status) && !File.ReadAllText(status).Contains("State:\tZ", StringComparison.Ordinal);
    }
}
