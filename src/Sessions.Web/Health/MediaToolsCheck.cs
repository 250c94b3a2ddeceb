using Sessions.Archive.Media;

namespace Sessions.Web.Health;

/// <summary>Whether duration, poster and audio version can be made of recordings.</summary>
public sealed class MediaToolsCheck(MediaOptions options)
{
    public Task<Finding> Look(CancellationToken stop) => Task.FromResult(Found(options.State, MediaTools.Find(options)));

    public static Finding Found(MediaToolsState state, MediaTools? tools) => state switch
    {
        MediaToolsState.Off => Finding.Ok("nothing is made of recordings: Archive:Media is Nothing"),
        MediaToolsState.Missing => Finding.Note("ffmpeg or ffprobe is not there: recordings have no duration, no poster and no audio version until it is installed (apt-get install ffmpeg)"),
        _ => tools!.Before.Prlimit is null
            ? Finding.Note($"{tools.Ffmpeg}, without prlimit before it: install util-linux, so that the system itself bounds its memory")
            : Finding.Ok(tools.Ffmpeg),
    };
}
