using System.Diagnostics;
using Sessions.Bench.Http;
using Sessions.Bench.Report;

namespace Sessions.Bench.Measures;

/// <summary>How far apart the answers of the public forms come to an address that is known and to one that is not: nobody may read it off a clock.</summary>
internal static class EvenMeasure
{
    private const int Tries = 200;
    private const int Together = 10;
    private const double Apart = 20;
    private const string Known = "known@example.org";

    public static async Task Run(Workbench bench, ReportTable table)
    {
        foreach (var (what, path, scope) in new[]
        {
            ("one session", $"{SeededSite.OpenPage}/sign-up", "session"), ("every session", $"{SeededSite.OpenPage}/sign-up", "series"), ("every session, on the series' page", $"/join-series/{SeededSite.Sixty}", "series"),
            ("news", $"/join-series/{SeededSite.Sixty}", "news"),
        })
        {
            // Those that answer after a fixed while are waited for together.
            var connections = await Task.WhenAll(Enumerable.Range(0, scope == "session" ? 1 : Together).Select(_ => HttpConnection.Open(bench.App.Port)));
            Task<double> Ask(HttpConnection connection, string address) => Time(connection, RawRequest.Post(bench.App, path, $"email={Uri.EscapeDataString(address)}&scope={scope}"));
            var (known, unknown) = (new List<double>(), new List<double>());
            foreach (var own in await Task.WhenAll(connections.Select(connection => Turns(Ask, connection, Tries / connections.Length))))
            {
                known.AddRange(own.Known);
                unknown.AddRange(own.Unknown);
            }

            foreach (var connection in connections) await connection.DisposeAsync();
            table.Add(Row.Within($"Answers for known and unknown addresses ({what}), {Tries} tries each, means apart", Math.Abs(known.Average() - unknown.Average()), Apart, "ms", $" (known {known.Average():N1} ms, unknown {unknown.Average():N1} ms)"));
        }
    }

    /// <summary>In turns, and each first in half of them; the first few are not counted.</summary>
    private static async Task<(List<double> Known, List<double> Unknown)> Turns(Func<HttpConnection, string, Task<double>> ask, HttpConnection connection, int tries)
    {
        var (known, unknown) = (new List<double>(), new List<double>());
        for (var i = -2; i < tries; i++)
        {
            if (i % 2 == 0) known.Add(await ask(connection, Known));
            unknown.Add(await ask(connection, $"{Guid.NewGuid():n}@example.org"));
            if (i % 2 != 0) known.Add(await ask(connection, Known));
        }

        return (known[2..], unknown[2..]);
    }

    private static async Task<double> Time(HttpConnection connection, byte[] request)
    {
        var watch = Stopwatch.StartNew();
        if (await connection.Send(request) is var status and (< 200 or >= 400)) throw new InvalidOperationException($"A sign-up was answered {status}");
        return watch.Elapsed.TotalMilliseconds;
    }
}
