using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;

namespace Sessions.Archive.Media;

/// <summary>A step that is due, and of what.</summary>
internal sealed record MediaTask(Guid RecordingId, MediaStep Step, Guid SessionId, Guid FileId, string MediaType, string Name);

/// <summary>What there is to do and how it went, inside a write. Whom any of it is shown to is not asked here.</summary>
internal static class MediaRows
{
    public static async Task<bool> AnyMediaDue(this SessionsDb db, IReadOnlyCollection<MediaStep> steps, Instant now) =>
        await db.Unseen().AnyAsync() || await db.Due(steps, now).AnyAsync();

    /// <summary>Begins the step that comes first: what is known of each recording comes before any poster, and posters before audio versions, which take longest.</summary>
    public static async Task<MediaTask?> BeginMedia(this SessionsDb db, IReadOnlyCollection<MediaStep> steps, Instant now)
    {
        if (await db.Unseen().OrderBy(r => r.CreatedAt).ThenBy(r => r.Id).Select(r => (Guid?)r.Id).FirstOrDefaultAsync() is { } fresh)
        {
            var first = new MediaWork { RecordingId = fresh, Step = MediaStep.Look, ChangedAt = now };
            first.Begin(now);
            db.Add(first);
            return await db.Task(first);
        }
        // A run that ended the server before is not the only one to be tried.
        foreach (var work in await db.Due(steps, now).OrderBy(w => w.Step).ThenBy(w => w.ChangedAt).ThenBy(w => w.RecordingId).Take(50).ToListAsync())
            if (work.Begin(now) && await db.Task(work) is { } task) return task;
        return null;
    }

    /// <summary>Writes down what was made; false where the recording is gone meanwhile, and the file with it.</summary>
    public static async Task<bool> EndMedia(this SessionsDb db, MediaTask task, Made made, Instant now)
    {
        if (await db.Recordings.FirstOrDefaultAsync(r => r.Id == task.RecordingId) is not { } recording
            || await db.MediaWork.FirstOrDefaultAsync(w => w.RecordingId == task.RecordingId && w.Step == task.Step) is not { } work) return false;
        if (made.Fault is { } fault)
        {
            if (fault == MediaFault.DiskFull) work.WaitForRoom(now);
            else work.Fail(fault, made.Said, now);
            return true;
        }
        work.Finish(now);
        if (made.File is { } file) db.Add(ArchiveRows.Stored(recording.SessionId, file, now));
        switch (task.Step)
        {
            case MediaStep.Look:
                (recording.Seconds, recording.Width, recording.Height) = (made.Facts!.Seconds, made.Facts.Width, made.Facts.Height);
                if (made.Facts.Picture is not null) await db.Plan(task.RecordingId, MediaStep.Poster, now);
                if (made.Facts.HasSound && MediaArguments.NeedsAudio(task.MediaType)) await db.Plan(task.RecordingId, MediaStep.Audio, now);
                break;
            case MediaStep.Poster:
                recording.PosterId = made.File?.Id;
                break;
            case MediaStep.Audio:
                recording.AudioId = made.File?.Id;
                recording.Seconds ??= made.Length is > 0 and { } length ? Math.Max(1, (int)Math.Round(length)) : null;
                break;
        }
        return true;
    }

    public static async Task PutBackMedia(this SessionsDb db, MediaTask task, Instant now) =>
        (await db.MediaWork.FirstOrDefaultAsync(w => w.RecordingId == task.RecordingId && w.Step == task.Step))?.PutBack(now);

    private static IQueryable<Recording> Unseen(this SessionsDb db) => db.Recordings.Where(r => r.FileId != null && !db.MediaWork.Any(w => w.RecordingId == r.Id));

    private static IQueryable<MediaWork> Due(this SessionsDb db, IReadOnlyCollection<MediaStep> steps, Instant now) =>
        db.MediaWork.Where(w => steps.Contains(w.Step) && (w.State == MediaState.Working || w.State == MediaState.Waiting && (w.NotBefore == null || w.NotBefore <= now)));

    private static async Task Plan(this SessionsDb db, Guid recordingId, MediaStep step, Instant now)
    {
        if (!await db.MediaWork.AnyAsync(w => w.RecordingId == recordingId && w.Step == step)) db.Add(new MediaWork { RecordingId = recordingId, Step = step, ChangedAt = now });
    }

    private static Task<MediaTask?> Task(this SessionsDb db, MediaWork work) => db.Recordings.Where(r => r.Id == work.RecordingId && r.FileId != null)
        .Select(r => new MediaTask(r.Id, work.Step, r.SessionId, r.File!.Id, r.File.MediaType, r.File.Name)).FirstOrDefaultAsync();
}
