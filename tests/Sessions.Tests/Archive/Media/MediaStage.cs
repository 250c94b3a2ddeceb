using Microsoft.EntityFrameworkCore;
using Sessions.Archive;
using Sessions.Archive.Media;
using Sessions.Data;
using Sessions.Files;
using Sessions.Tests.Speakers;

namespace Sessions.Tests.Archive.Media;

/// <summary>A stage with the job beside it, and programs of the test's own in place of the real ones where it wants to.</summary>
internal sealed class MediaStage : IAsyncDisposable
{
    private readonly DirectoryInfo _programs = Directory.CreateTempSubdirectory("sessions-tools-");

    private MediaStage(Stage stage) => Stage = stage;

    public Stage Stage { get; }

    public MediaProgress Progress { get; } = new();

    public MediaOptions Options { get; set; } = new();

    public MediaQueries Queries => new(Stage.Database, Options, Progress);

    public MediaService Service => new(Stage.Database, Stage.Time);

    public static async Task<MediaStage> Set(DatabaseProvider provider) => new(await Stage.Set(provider));

    public Task Run(CancellationToken stop = default) => new MediaJob(Stage.Database, Stage.Files, Options, Progress, Stage.Time).Run(stop);

    public async Task<Guid> Add(byte[] bytes, string name) => (await Stage.Archive.AddFile(Stage.Host, Stage.SessionId, await Stage.Saved(bytes, name), new())).Value;

    /// <summary>What its bytes are is said here, and not by them: as if the look at its first bytes had been deceived.</summary>
    public async Task<Guid> AddAs(byte[] bytes, string mediaType, string name)
    {
        var id = Guid.CreateVersion7();
        await File.WriteAllBytesAsync(Path.Combine(Stage.Files.Folder, FileStore.NameOf(id)), bytes);
        return (await Stage.Archive.AddFile(Stage.Host, Stage.SessionId, new SavedFile(id, name, mediaType, bytes.Length, new('0', 64)), new())).Value;
    }

    public async Task<Recording> Recording(Guid id)
    {
        await using var db = Stage.Database.Read();
        return await db.Recordings.Include(r => r.File).Include(r => r.Poster).Include(r => r.Audio).SingleAsync(r => r.Id == id);
    }

    public async Task<RecordingMedia> Seen(Guid id) => (await Queries.Of(Stage.Host, Stage.SessionId))!.Recordings.Single(r => r.RecordingId == id);

    /// <summary>"Look Done, Poster Done": where each step stands.</summary>
    public async Task<string> Steps(Guid id) => string.Join(", ", (await Seen(id)).Steps.Select(s => $"{s.Step} {s.State}{(s.Fault is { } fault ? $" {fault}" : "")}"));

    public string PathOf(Guid fileId) => Stage.Files.Find(fileId)!.FullName;

    /// <summary>A program of the test's own.</summary>
    public string Program(string name, string script)
    {
        var path = Path.Combine(_programs.FullName, name);
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return path;
    }

    public string Beside(string name) => Path.Combine(_programs.FullName, name);

    public async ValueTask DisposeAsync()
    {
        await Stage.DisposeAsync();
        _programs.Delete(recursive: true);
    }
}
