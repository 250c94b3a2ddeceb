using System.Diagnostics;
using Sessions.Bench.Http;
using Sessions.Bench.Report;

namespace Sessions.Bench.Measures;

/// <summary>How far apart the answers of the public forms come to an address that is known and to one that is not: nobody may read it off a clock.</summary>
internal static class EvenMeasure
{
    private const int Tries = 200;
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
            await using var connection = await HttpConnection.Open(bench.App.Port);
            Task<double> Ask(string address) => Time(connection, RawRequest.Post(bench.App, path, $"email={Uri.EscapeDataString(address)}&scope={scope}"));
            for (var i = 0; i < 20; i++) await Ask(i % 2 == 0 ? Known : $"warm-{Guid.NewGuid():n}@example.org");
            var (known, unknown) = (new List<double>(), new List<double>());
            for (var i = 0; i < Tries; i++)
            {
                // In turns, and each first in half of them.
                if (i % 2 == 0) known.Add(await Ask(Known));
                unknown.Add(await Ask($"{Guid.NewGuid():n}@example.org"));
                if (i % 2 == 1) known.Add(await Ask(Known));
            }

            table.Add(Row.Within($"Answers for known and unknown addresses ({what}), {Tries} tries each, means apart", Math.Abs(known.Average() - unknown.Average()), Apart, "ms", $" (known {known.Average():N1} ms, unknown {unknown.Average():N1} ms)"));
        }
    }

    private static async Task<double> Time(HttpConnection connection, byte[] request)
    {
        var watch = Stopwatch.StartNew();
        if (await connection.Send(request) is var status and (< 200 or >= 400)) throw new InvalidOperationException($"A sign-up was answered {status}");
        return watch.Elapsed.TotalMilliseconds;
    }
}
