using Sessions.Data;
using Sessions.Files;

namespace Sessions.Archive.Media;

/// <summary>Finds out how long recordings are, and makes posters and audio versions of them: one at a time, and nothing where the tools are missing.</summary>
public sealed class MediaJob
{
    private readonly Database _database;
    private readonly FileStore _files;
    private readonly MediaOptions _options;
    private readonly MediaProgress _progress;
    private readonly TimeProvider _time;

    internal MediaJob(Database database, FileStore files, MediaOptions options, MediaProgress progress, TimeProvider time) =>
        (_database, _files, _options, _progress, _time) = (database, files, options, progress, time);

    public async Task Run(CancellationToken stop)
    {
        if (_options.Makes == MediaWish.Nothing || MediaTools.Find(_options) is not { } tools) return;
        var maker = new MediaMaker(_files, _options, tools);
        while (!stop.IsCancellationRequested && await Next() is { } task) await Do(maker, task, stop);
    }

    private async Task<MediaTask?> Next()
    {
        await using (var db = _database.Read())
            if (!await db.AnyMediaDue(_options.Steps, _time.Now())) return null;
        return await _database.Write(db => db.BeginMedia(_options.Steps, _time.Now()));
    }

    private async Task Do(MediaMaker maker, MediaTask task, CancellationToken stop)
    {
        SavedFile? unkept = null;
        try
        {
            _progress.Say(new(task.RecordingId, task.Step, null));
            var made = await maker.Make(task.Step, task.FileId, task.MediaType, task.Name, percent => _progress.Say(new(task.RecordingId, task.Step, percent)), stop);
            unkept = made.File;
            if (await _database.Write(db => db.EndMedia(task, made, _time.Now()), RowLocks.Session(task.SessionId))) unkept = null;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await _database.Write(db => db.PutBackMedia(task, _time.Now()));
            throw;
        }
        finally
        {
            _progress.Say(null);
            if (unkept is not null) _files.Delete(unkept.Id);
        }
    }
}
