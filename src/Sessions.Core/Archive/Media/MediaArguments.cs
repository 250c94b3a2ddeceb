using System.Globalization;

namespace Sessions.Archive.Media;

/// <summary>
/// What the tools are told, as a list and never by a shell. What comes in is whatever a stranger sent: it is opened by the one reader of the
/// type that its first bytes have, with nothing but local files within reach, and only by decoders that recordings of our types need.
/// </summary>
internal static class MediaArguments
{
    /// <summary>Widest and highest, so that a page with a poster stays light.</summary>
    private const int Side = 960;

    private const string Codecs = "h264,hevc,vp8,libvpx,vp9,libvpx-vp9,av1,libdav1d,libaom-av1,mpeg4,aac,aac_fixed,mp3,mp3float,opus,libopus,vorbis,libvorbis,flac,alac";

    /// <summary>Null for what is not looked at.</summary>
    public static string? Reader(string mediaType) => mediaType switch
    {
        "video/mp4" or "audio/mp4" => "mov",
        "video/webm" => "matroska",
        "audio/ogg" => "ogg",
        "audio/mpeg" => "mp3",
        _ => null,
    };

    /// <summary>What every podcast program plays stays as it is.</summary>
    public static bool NeedsAudio(string mediaType) => mediaType is not ("audio/mpeg" or "audio/mp4");

    public static IReadOnlyList<string> Look(string reader, string path) =>
    [
        "-v", "error", "-hide_banner", .. Input(reader, [], path),
        "-show_entries", "format=duration:stream=index,codec_type,codec_name,profile,width,height,channels,bit_rate:stream_disposition=attached_pic", "-of", "json=compact=1",
    ];

    /// <summary>The picture that is most like those around it, of a minute that begins a tenth in; what is black is none.</summary>
    /// <param name="thorough">From the start and picture by picture, where the quick way found none.</param>
    public static IReadOnlyList<string> Poster(string reader, MediaFacts facts, string path, string to, bool thorough) =>
    [
        .. Quiet,
        .. Input(reader, thorough ? ["-t", "30"] : ["-skip_frame", "nokey", "-ss", Seconds((facts.Length ?? 0) / 10), "-t", "60"], path),
        "-map", $"0:{facts.Picture}", "-an", "-sn", "-dn", "-map_metadata", "-1", "-filter_threads", "1",
        "-vf", $"blackframe=amount=0:threshold=32,metadata=mode=select:key=lavfi.blackframe.pblack:value=97:function=less,thumbnail={(thorough ? 90 : 12)},"
            + $"scale=w='min({Side},iw)':h='min({Side},ih)':force_original_aspect_ratio=decrease,format=yuvj420p",
        "-frames:v", "1", "-c:v", "mjpeg", "-q:v", "5", "-f", "mjpeg", "-n", $"file:{to}",
    ];

    /// <summary>AAC in an M4A that a player can begin before it has all of it; see decision 35.</summary>
    /// <param name="mostBytes">It ends there.</param>
    public static IReadOnlyList<string> Audio(string reader, MediaFacts facts, string path, string to, long mostBytes) =>
    [
        .. Quiet, "-progress", "pipe:1", .. Input(reader, [], path),
        "-map", $"0:{facts.Sound}", "-vn", "-sn", "-dn", "-map_metadata", "-1", "-map_chapters", "-1",
        .. facts.IsPlainSound ? (string[])["-c:a", "copy"] : ["-c:a", "aac", "-b:a", facts.Channels > 1 ? "96k" : "64k", "-ac", facts.Channels.ToString(CultureInfo.InvariantCulture), "-ar", "44100"],
        "-movflags", "+faststart", "-fs", mostBytes.ToString(CultureInfo.InvariantCulture), "-f", "ipod", "-n", $"file:{to}",
    ];

    private static string[] Quiet => ["-nostdin", "-hide_banner", "-loglevel", "error", "-nostats"];

    private static IEnumerable<string> Input(string reader, string[] options, string path) =>
    [
        "-protocol_whitelist", "file", "-format_whitelist", reader, "-codec_whitelist", Codecs, "-max_pixels", "40000000", "-threads", "1",
        .. reader == "mov" ? (string[])["-enable_drefs", "0", "-use_absolute_path", "0"] : [],
        .. options, "-f", reader, "-i", $"file:{path}",
    ];

    private static string Seconds(double seconds) => seconds.ToString("0.###", CultureInfo.InvariantCulture);
}
