using System.Diagnostics;
using Sessions.Bench.Servers;

namespace Sessions.Bench.Measures;

/// <summary>
/// A fresh server compiles while it answers, beside its work and for as long as half a minute, with a cost that hardly changes until it is through: what is
/// measured begins when nothing is compiled any more and the cost no longer falls.
/// </summary>
internal static class Warming
{
    private const double Falling = 0.97;
    private const int Still = 4;
    private const double Compiling = 0.03;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(120);

    /// <param name="step">Does some of the work; answers the server's CPU for one piece of it, in microseconds.</param>
    public static async Task UntilSteady(string what, ServerProcess server, Func<Task<double>> step)
    {
        var (watch, first) = (Stopwatch.StartNew(), await step());
        var (least, still) = (first, 0);
        while (still < Still && watch.Elapsed < Longest)
        {
            var (compiled, began) = (server.Compiling, watch.Elapsed);
            var cost = await step();
            var compiles = server.Compiling - compiled > (watch.Elapsed - began) * Compiling;
            still = compiles || cost < least * Falling ? 0 : still + 1;
            least = Math.Min(least, cost);
        }

        Workbench.Say($"{what}: {(still < Still ? "still not steady" : "warm")} after {watch.Elapsed.TotalSeconds:N0} s, from {first:N0} to {least:N0} µs CPU");
    }
}
