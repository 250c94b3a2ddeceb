using System.Diagnostics;

namespace Sessions.Tests.Archive.Media;

/// <summary>Small recordings that the real ffmpeg makes, once in a run.</summary>
internal static class Films
{
    private static readonly Lazy<byte[]> Talk = new(() => Make("mp4", "-f", "lavfi", "-i", "testsrc2=s=1280x720:r=10:d=9", "-f", "lavfi", "-i", "sine=440:d=9", "-metadata", "location=+51.5-0.1/", "-c:v", "libx264", "-preset", "ultrafast", "-g", "10", "-pix_fmt", "yuv420p", "-c:a", "aac"));
    private static readonly Lazy<byte[]> Web = new(() => Make("webm", "-f", "lavfi", "-i", "testsrc2=s=320x240:r=10:d=5", "-f", "lavfi", "-i", "sine=440:d=5", "-c:v", "libvpx", "-deadline", "realtime", "-cpu-used", "8", "-c:a", "libopus"));
    private static readonly Lazy<byte[]> Dark = new(() => Make("mp4", "-f", "lavfi", "-i", "color=black:s=320x240:r=10:d=5", "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"));
    private static readonly Lazy<byte[]> Late = new(() => Make("mp4", "-f", "lavfi", "-i", "color=black:s=320x240:r=10:d=10", "-f", "lavfi", "-i", "testsrc2=s=320x240:r=10:d=5", "-filter_complex", "[0][1]concat=n=2:v=1:a=0", "-c:v", "libx264", "-preset", "ultrafast", "-g", "20", "-pix_fmt", "yuv420p"));
    private static readonly Lazy<byte[]> Sound = new(() => Make("mp3", "-f", "lavfi", "-i", "sine=440:d=7", "-c:a", "libmp3lame"));
    private static readonly Lazy<byte[]> Vorbis = new(() => Make("ogg", "-f", "lavfi", "-i", "sine=440:d=4", "-c:a", "libopus"));

    /// <summary>Nine seconds of moving picture, 1280 × 720, with sound that is AAC already, and a place in its metadata.</summary>
    public static byte[] Mp4 => Talk.Value;

    /// <summary>Five seconds with sound that no podcast program plays.</summary>
    public static byte[] WebM => Web.Value;

    public static byte[] Black => Dark.Value;

    /// <summary>Ten seconds of nothing, then a picture.</summary>
    public static byte[] BlackAtFirst => Late.Value;

    public static byte[] Mp3 => Sound.Value;

    public static byte[] Ogg => Vorbis.Value;

    public static byte[] Make(string ending, params string[] arguments)
    {
        var file = Path.Combine(Path.GetTempPath(), $"sessions-film-{Guid.NewGuid():n}.{ending}");
        Run("ffmpeg", ["-v", "error", "-nostdin", .. arguments, file]);
        var bytes = File.ReadAllBytes(file);
        File.Delete(file);
        return bytes;
    }

    /// <summary>What ffprobe says of a file, in its shortest form.</summary>
    public static string Look(string file, string entries) =>
        Run("ffprobe", ["-v", "error", "-show_entries", entries, "-of", "default=noprint_wrappers=1:nokey=1", file]).Trim().ReplaceLineEndings(" ");

    public static string Run(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var said = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException(said.Result);
    }
}
