using System.Diagnostics;
using Sessions.Bench.Http;
using Sessions.Bench.Report;
using Sessions.Bench.Servers;

namespace Sessions.Bench.Measures;

/// <summary>Parts of a recording a second, as a player that seeks asks for them, against nginx on the same file.</summary>
internal static class RangeMeasure
{
    private const double Target = 0.8;
    private const int Connections = 16;

    /// <summary>A seek near the end of what is loaded, and one that starts anew.</summary>
    private static readonly int[] KibiBytes = [256, 1024];

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);

    public static async Task Run(Workbench bench, ReportTable table)
    {
        if (Nginx.Start(bench.Site.LargeFileOnDisk) is not { } nginx)
        {
            table.Add(Row.Missing("Ranges of a recording", "nginx is not installed", $"≥ {Target}x"));
            return;
        }

        await using (nginx)
        {
            await nginx.UntilItAnswers(Nginx.Path);
            foreach (var size in KibiBytes)
            {
                await Warming.UntilSteady($"Ranges of {size} KiB", bench.App, () => Cost(bench, size));
                var (ours, theirs) = (new List<double>(), new List<double>());
                for (var round = -1; round < bench.Options.Rounds; round++)
                {
                    var (their, our) = (await Rate(nginx, Nginx.Path, bench.Site.LargeFileLength, size), await Rate(bench.App, bench.Site.LargeFilePath, bench.Site.LargeFileLength, size));
                    if (round < 0) continue;
                    theirs.Add(their);
                    ours.Add(our);
                }

                table.Add(Row.AtLeast($"Ranges of a recording, {size} KiB each, {Connections} connections", $"{Median.Of(ours):N0}/s", $"nginx, {Median.Of(theirs):N0}/s", Median.Ratio(ours, theirs), Target));
            }
        }
    }

    private static async Task<double> Cost(Workbench bench, int size)
    {
        var before = bench.App.Cpu;
        var answered = await Rate(bench.App, bench.Site.LargeFilePath, bench.Site.LargeFileLength, size) * Round.TotalSeconds;
        return (bench.App.Cpu - before).TotalMicroseconds / answered;
    }

    private static async Task<double> Rate(ServerProcess server, string path, long length, int kibiBytes)
    {
        var part = kibiBytes * 1024;
        var requests = Enumerable.Range(0, (int)(length / part)).Select(at => RawRequest.Get(server, path, $"Range: bytes={(long)at * part}-{((at + 1L) * part) - 1}")).ToArray();
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, Connections).Select(caller => Task.Run(async () =>
        {
            await using var connection = await HttpConnection.Open(server.Port);
            var count = 0;
            for (; watch.Elapsed < Round; count++)
            {
                if (await connection.Send(requests[((caller * 7) + count) % requests.Length]) is var status && status != 206)
                    throw new InvalidOperationException($"A range was answered {status}");
            }

            return count;
        })));
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }
}
