using Microsoft.Extensions.Localization;
using Sessions.Archive.Media;
using Sessions.Web.Public;

namespace Sessions.Web.Host.Room;

/// <summary>What becomes of a recording, in words.</summary>
public static class MediaWords
{
    /// <summary>"58 min, 1920 × 1080"; null while nothing is known.</summary>
    public static string? Facts(RecordingMedia recording, IStringLocalizer<Words> l)
    {
        var facts = new[]
        {
            recording.Seconds is { } seconds ? Lengths.Of(seconds, l) : null,
            recording is { Width: { } width, Height: { } height } ? $"{width} × {height}" : null,
        }.OfType<string>().ToList();
        return facts.Count > 0 ? string.Join(", ", facts) : null;
    }

    /// <returns>The look of a status, and its words.</returns>
    public static (string Look, string Words) Of(MediaStepState step, RecordingMedia recording, MediaToolsState tools, IStringLocalizer<Words> l) => (step.State, step.Step) switch
    {
        (MediaState.Done, MediaStep.Poster) => recording.Poster is null ? ("none", l["No poster: its picture is black all over"]) : ("good", l["Poster"]),
        (MediaState.Done, MediaStep.Audio) => recording.Audio is { } audio ? ("good", l["Audio version, {0}", Sizes.Of(audio.Length)]) : ("none", l["No audio version: nothing is to be heard"]),
        (MediaState.Done, _) => ("good", l["Duration"]),
        (MediaState.Failed, MediaStep.Poster) => ("bad", l["No poster"]),
        (MediaState.Failed, MediaStep.Audio) => ("bad", l["No audio version"]),
        (MediaState.Failed, _) => ("bad", l["Neither duration nor poster"]),
        (MediaState.Working, MediaStep.Poster) => ("wait", l["Making the poster"]),
        (MediaState.Working, MediaStep.Audio) => ("wait", step.Percent is { } percent ? l["Making the audio version, {0}\u00a0%", percent] : l["Making the audio version"]),
        (MediaState.Working, _) => ("wait", l["Looking how long it is"]),
        (_, MediaStep.Poster) => ("", tools == MediaToolsState.Ready ? l["The poster comes next"] : l["No poster yet"]),
        (_, MediaStep.Audio) => ("", tools == MediaToolsState.Ready ? l["The audio version waits for its turn"] : l["No audio version yet"]),
        _ => ("", l["Waits for its turn"]),
    };

    /// <summary>Null where nothing went wrong.</summary>
    public static string? Why(MediaStepState step, IStringLocalizer<Words> l) => step.Fault is { } fault ? Sentence(fault, step.Said, l) : null;

    private static string Sentence(MediaFault fault, string? said, IStringLocalizer<Words> l) => fault switch
    {
        MediaFault.TookTooLong => l["It took longer than any recording should. A copy saved anew as MP4 (H.264) may do."],
        MediaFault.TooMuchMemory => l["Its picture takes more memory than this server gives it. A copy of at most 1920 × 1080 will do."],
        MediaFault.TooLarge => l["What came out grew beyond its length: the file says something wrong of itself. A copy saved anew may do."],
        MediaFault.Interrupted => l["The server stopped each time in the middle of it. Try once more when it is quiet."],
        MediaFault.DiskFull => l["The server's disk is full. It is tried again in half an hour, and once there is room."],
        MediaFault.FileMissing => l["The file is not on the server's disk any more. Upload it again."],
        _ => said is not null ? l["The file is cut, damaged or of an unusual kind. If it plays for you, save a copy as MP4 (H.264 and AAC). ffmpeg said: {0}", said]
            : l["The file is cut, damaged or of an unusual kind. If it plays for you, save a copy as MP4 (H.264 and AAC)."],
    };
}
