namespace Sessions.Archive.Media;

/// <summary>Section "Archive": what is made of recordings, and by which programs.</summary>
/// <param name="Ffmpeg">A file, or a name to be looked up on the PATH.</param>
/// <param name="Ffprobe">Likewise.</param>
public sealed record MediaOptions(MediaWish Makes = MediaWish.Everything, string Ffmpeg = "ffmpeg", string Ffprobe = "ffprobe")
{
    /// <summary>Of a look at a file, and of its poster.</summary>
    public TimeSpan ForPoster { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Of an audio version; the tools are many times faster than the talk.</summary>
    public TimeSpan ForAudio { get; init; } = TimeSpan.FromHours(3);

    /// <summary>Bytes of the machine's memory that a tool may hold.</summary>
    public long Memory { get; init; } = 768L * 1024 * 1024;

    /// <summary>Bytes that stay free on the disk, as beside uploads.</summary>
    public long Reserve { get; init; } = 256L * 1024 * 1024;

    public IReadOnlyList<MediaStep> Steps => Makes switch
    {
        MediaWish.Nothing => [],
        MediaWish.WithoutAudio => [MediaStep.Look, MediaStep.Poster],
        _ => [MediaStep.Look, MediaStep.Poster, MediaStep.Audio],
    };

    /// <summary>Looked up each time: whoever installs the tools need not start the server anew.</summary>
    public MediaToolsState State => Makes == MediaWish.Nothing ? MediaToolsState.Off : MediaTools.Find(this) is null ? MediaToolsState.Missing : MediaToolsState.Ready;
}
