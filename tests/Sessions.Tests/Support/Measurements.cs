namespace Sessions.Tests.Support;

/// <summary>What a test measured, for the table that <c>tests/run.sh</c> prints and, after a long run, writes into docs/measurements.md.</summary>
internal static class Measurements
{
    private static readonly Lock Gate = new();

    /// <param name="promise">The promise in words, without figures of this run: "Sign-ups at once for 100 places".</param>
    /// <param name="figure">What came out, with its unit and the scale used: "1,000 sign-ups, 100 confirmed, 3.1 s".</param>
    public static void Note(string promise, string figure)
    {
        if (Environment.GetEnvironmentVariable("SESSIONS_MEASUREMENTS") is { Length: > 0 } file)
            lock (Gate)
                File.AppendAllText(file, $"{OneLine(promise)}\t{Scale.Name}\t{OneLine(figure)}\n");
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Replace('\t', ' ');
}
