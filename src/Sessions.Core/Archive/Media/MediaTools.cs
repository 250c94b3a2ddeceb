namespace Sessions.Archive.Media;

/// <summary>Where the programs are.</summary>
/// <param name="Before">What they are started by, where the machine has it: it takes away their memory, their time and their place in the queue for good.</param>
public sealed record MediaTools(string Ffmpeg, string Ffprobe, MediaTools.Starters Before)
{
    /// <summary>Null where either is missing.</summary>
    public static MediaTools? Find(MediaOptions options) => Find(options.Ffmpeg) is { } ffmpeg && Find(options.Ffprobe) is { } ffprobe
        ? new(ffmpeg, ffprobe, new(Find("prlimit"), Find("nice"))) : null;

    private static string? Find(string program)
    {
        if (program.Contains('/', StringComparison.Ordinal) || Path.IsPathRooted(program)) return File.Exists(program) ? Path.GetFullPath(program) : null;
        var name = OperatingSystem.IsWindows() && !Path.HasExtension(program) ? program + ".exe" : program;
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathRooted).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }

    /// <param name="Prlimit">Of util-linux.</param>
    public sealed record Starters(string? Prlimit, string? Nice);
}
