using System.Diagnostics;

namespace Sessions.Bench.Measures;

/// <summary>
/// A fresh server compiles while it answers, and on a busy machine for long: what is measured begins when its cost no
/// longer falls.
/// </summary>
internal static class Warming
{
    private const double Falling = 0.97;
    private const int Still = 4;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <param name="step">Does some of the work; answers the server's CPU for one piece of it, in microseconds.</param>
    public static async Task UntilSteady(string what, Func<Task<double>> step)
    {
        var (watch, first) = (Stopwatch.StartNew(), await step());
        var (least, still) = (first, 0);
        while (still < Still && watch.Elapsed < Longest)
        {
            var cost = await step();
            still = cost < least * Falling ? 0 : still + 1;
            least = Math.Min(least, cost);
        }

        Workbench.Say($"{what}: {(still < Still ? "still not steady" : "warm")} after {watch.Elapsed.TotalSeconds:N0} s, from {first:N0} to {least:N0} µs CPU");
    }
}
