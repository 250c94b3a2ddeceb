using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Files;
using Sessions.People;

namespace Sessions.Archive.Media;

/// <summary>How far the recordings of a session are.</summary>
public sealed record SessionMedia(MediaToolsState Tools, bool MakesAudio, IReadOnlyList<RecordingMedia> Recordings);

/// <param name="Seconds">Null while nobody knows.</param>
public sealed record RecordingMedia(Guid RecordingId, string Title, int? Seconds, int? Width, int? Height, SavedFile? Poster, SavedFile? Audio, IReadOnlyList<MediaStepState> Steps);

/// <param name="Percent">Of what is being made now, where it is known.</param>
/// <param name="Said">By the tool, in its own words.</param>
/// <param name="NotBefore">When it is tried again by itself.</param>
public sealed record MediaStepState(MediaStep Step, MediaState State, int? Percent, MediaFault? Fault, string? Said, Instant? NotBefore);

public sealed class MediaQueries
{
    private readonly Database _database;
    private readonly MediaOptions _options;
    private readonly MediaProgress _progress;

    internal MediaQueries(Database database, MediaOptions options, MediaProgress progress) => (_database, _options, _progress) = (database, options, progress);

    /// <summary>Null without the right to see the archive.</summary>
    public async Task<SessionMedia?> Of(Actor who, Guid sessionId)
    {
        await using var db = _database.Read();
        if (!await db.MaySeeArchive(who, sessionId)) return null;
        var recordings = await db.Recordings.Where(r => r.SessionId == sessionId && r.FileId != null).OrderBy(r => r.CreatedAt).ThenBy(r => r.Id)
            .Select(r => new RecordingMedia(r.Id, r.Title ?? r.File!.Name, r.Seconds, r.Width, r.Height,
                r.Poster == null ? null : new SavedFile(r.Poster.Id, r.Poster.Name, r.Poster.MediaType, r.Poster.Length, r.Poster.Sha256),
                r.Audio == null ? null : new SavedFile(r.Audio.Id, r.Audio.Name, r.Audio.MediaType, r.Audio.Length, r.Audio.Sha256), Array.Empty<MediaStepState>())).ToListAsync();
        var ids = recordings.ConvertAll(r => r.RecordingId);
        var steps = (await db.MediaWork.Where(w => ids.Contains(w.RecordingId)).ToListAsync()).Where(w => _options.Steps.Contains(w.Step) || w.State == MediaState.Done)
            .OrderBy(w => w.Step).ToLookup(w => w.RecordingId, Step);
        return new(_options.State, _options.Steps.Contains(MediaStep.Audio), recordings.ConvertAll(r => r with { Steps = steps[r.RecordingId].ToList() is { Count: > 0 } known ? known : [NotBegun] }));
    }

    private static MediaStepState NotBegun => new(MediaStep.Look, MediaState.Waiting, null, null, null, null);

    /// <summary>What a stopped server left in the middle waits, whatever its row says.</summary>
    private MediaStepState Step(MediaWork w)
    {
        var now = _progress.Now is { } doing && doing.RecordingId == w.RecordingId && doing.Step == w.Step ? doing : null;
        return new(w.Step, w.State == MediaState.Working && now is null ? MediaState.Waiting : w.State, now?.Percent, w.Fault, w.Said, w.NotBefore);
    }
}
