using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Archive;
using Sessions.Files;
using Sessions.People;
using Sessions.Tests.Archive.Media;
using Sessions.Tests.Support;

namespace Sessions.Tests.Web.Jobs;

/// <summary>The real server, killed while a tool writes.</summary>
public sealed class KilledMediaTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [NeedsFact(Component.Ffmpeg)]
    public async Task A_poster_that_a_kill_cut_short_is_made_after_the_next_start_and_nothing_of_the_first_is_left()
    {
        await using var test = await TestDatabase.Sqlite();
        var folder = Directory.CreateTempSubdirectory("sessions-killed-media-");
        var stored = Path.Combine(folder.FullName, "data", "files");
        var (recording, files) = (await Seed(test, stored), new DirectoryInfo(stored));
        var pid = Path.Combine(folder.FullName, "pid");
        // The first time it writes half of something and hangs; the last argument is where.
        var tool = Path.Combine(folder.FullName, "ffmpeg");
        await File.WriteAllTextAsync(tool, $"#!/bin/sh\nif [ -e {pid} ]; then exec ffmpeg \"$@\"; fi\nfor to in \"$@\"; do :; done\necho half > \"${{to#file:}}\"\necho $$ > {pid}.new; mv {pid}.new {pid}\nexec sleep 300\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(tool, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        (string, string)[] settings = [("Database__ConnectionString", test.ConnectionString), ("Files__Path", Path.Combine(folder.FullName, "data")),
            ("Mail__PickupPath", Path.Combine(folder.FullName, "mail")), ("Archive__Media", "Everything"), ("Archive__Ffmpeg", tool)];

        await using (var first = AppProcess.Start(folder.FullName, [], settings))
            await Eventually.Holds(() => Task.FromResult(File.Exists(pid)), Patience);
        Assert.Equal(["Look Done", "Poster Working", "Audio Waiting"], await Steps(test));
        Assert.Single(files.EnumerateFiles("*.part"));
        using (var left = Process.GetProcessById(int.Parse(await File.ReadAllTextAsync(pid), CultureInfo.InvariantCulture))) left.Kill();

        await using (var second = AppProcess.Start(folder.FullName, [], settings))
            await Eventually.Holds(async () => (await Steps(test))[2] == "Audio Done", Patience);
        Assert.Equal(["Look Done", "Poster Done", "Audio Done"], await Steps(test));
        Assert.Equal(3, files.EnumerateFiles().Count());
        await using var db = test.Database.Read();
        var made = await db.Recordings.Include(r => r.Poster).Include(r => r.Audio).SingleAsync(r => r.Id == recording);
        foreach (var file in new[] { made.Poster!, made.Audio! }) Assert.Equal(file.Length, new FileInfo(Path.Combine(stored, FileStore.NameOf(file.Id))).Length);
        folder.Delete(recursive: true);
    }

    private static async Task<Guid> Seed(TestDatabase test, string folder)
    {
        var now = Instant.FromUtc(2026, 11, 20, 12, 0);
        var samples = await new Samples(test.Database).Series("weekly").Session("one", Samples.At(2026, 6, 1)).Save();
        var store = new FileStore(folder);
        var host = new Actor(Guid.CreateVersion7(), "Host", IsAdmin: false, IsHost: true, new HashSet<Guid> { samples.LastSeries.Id });
        var saved = (await store.Save(new MemoryStream(Films.Mp4), "talk.mp4")).Value!;
        return (await new ArchiveService(test.Database, store, new FakeTime(now.ToDateTimeOffset())).AddFile(host, samples.LastSession.Id, saved, new())).Value;
    }

    private static async Task<List<string>> Steps(TestDatabase test)
    {
        await using var db = test.Database.Read();
        var work = await db.MediaWork.OrderBy(w => w.Step).ToListAsync();
        return [.. work.Select(w => $"{w.Step} {w.State}"), .. Enumerable.Repeat("", Math.Max(0, 3 - work.Count))];
    }
}
