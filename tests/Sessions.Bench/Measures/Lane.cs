using System.Diagnostics;
using Sessions.Bench.Http;
using Sessions.Bench.Servers;

namespace Sessions.Bench.Measures;

/// <summary>One kind of request, sent again and again on one connection; what counts is the server's CPU for each.</summary>
/// <param name="turn">What to send instead of <paramref name="request"/> alone; answers how many requests count.</param>
internal sealed class Lane(ServerProcess server, byte[] request, int expected = 200, Func<HttpConnection, Task<int>>? turn = null)
{
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(0.6);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);
    private const int Batch = 25;

    private readonly List<double> _microseconds = [];

    public IReadOnlyList<double> Microseconds => _microseconds;

    public string Figure => $"{Median.Of(_microseconds):N0} µs CPU";

    /// <summary>Null when the answer is what the lane measures.</summary>
    public async Task<string?> Refused()
    {
        await using var connection = await HttpConnection.Open(server.Port);
        var status = await connection.Send(request);
        return status == expected ? null : $"answered {status}";
    }

    public Task WarmUp(string what) => Warming.UntilSteady(what, server, () => Spend(Enough));

    /// <summary>The kernel counts CPU in steps of 10 ms, so a round lasts until a good number of those is spent.</summary>
    public async Task Round() => _microseconds.Add(await Spend(Enough));

    private async Task<double> Spend(TimeSpan cpu)
    {
        await using var connection = await HttpConnection.Open(server.Port);
        var send = turn ?? SendSome;
        await send(connection);
        var (before, count, watch) = (server.Cpu, 0, Stopwatch.StartNew());
        while (server.Cpu - before < cpu && watch.Elapsed < Longest)
            count += await send(connection);
        return (server.Cpu - before).TotalMicroseconds / count;
    }

    private async Task<int> SendSome(HttpConnection connection)
    {
        for (var i = 0; i < Batch; i++)
        {
            if (await connection.Send(request) is var status && status != expected)
                throw new InvalidOperationException($"Expected {expected}, got {status} for {System.Text.Encoding.Latin1.GetString(request).Split('\r')[0]}");
        }

        return Batch;
    }
}
