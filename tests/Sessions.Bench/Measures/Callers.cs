using System.Diagnostics;
using Sessions.Bench.Http;
using Sessions.Bench.Servers;

namespace Sessions.Bench.Measures;

/// <summary>Some callers at once, each on its own connection and each time with an address nobody had before.</summary>
internal static class Callers
{
    private static int _addresses;

    /// <summary>What all callers get who go on for <paramref name="time"/>.</summary>
    public static async Task<Answered> Rate(ServerProcess server, Func<string, byte[]> request, int callers, TimeSpan time)
    {
        var connections = await Open(server, callers);
        var (before, watch) = (server.Cpu, Stopwatch.StartNew());
        var waits = await Task.WhenAll(connections.Select(connection => Task.Run(async () =>
        {
            var own = new List<double>();
            while (watch.Elapsed < time)
            {
                var asked = watch.Elapsed;
                await Send(connection, request(NewAddress()));
                own.Add((watch.Elapsed - asked).TotalMilliseconds);
            }
            return own;
        })));
        var (seconds, cpu) = (watch.Elapsed.TotalSeconds, server.Cpu - before);
        await Close(connections);
        var all = waits.SelectMany(own => own).Order().ToList();
        return new(all.Count / seconds, cpu.TotalMicroseconds / all.Count, all[(int)(all.Count * 0.99)]);
    }

    /// <summary>Milliseconds until the last of them is answered, all having asked at once.</summary>
    public static async Task<double> Rush(ServerProcess server, Func<string, byte[]> request, int callers)
    {
        var connections = await Open(server, callers);
        var requests = connections.ConvertAll(_ => request(NewAddress()));
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(connections.Select((connection, i) => Send(connection, requests[i])));
        var took = watch.Elapsed.TotalMilliseconds;
        await Close(connections);
        return took;
    }

    private static string NewAddress() => $"caller{Interlocked.Increment(ref _addresses)}@example.org";

    private static async Task Send(HttpConnection connection, byte[] request)
    {
        if (await connection.Send(request) is var status and (< 200 or >= 400))
            throw new InvalidOperationException($"A sign-up was answered {status}");
    }

    private static async Task<List<HttpConnection>> Open(ServerProcess server, int count)
    {
        var connections = new List<HttpConnection>(count);
        for (var i = 0; i < count; i++)
            connections.Add(await HttpConnection.Open(server.Port));
        return connections;
    }

    private static async Task Close(List<HttpConnection> connections)
    {
        foreach (var connection in connections)
            await connection.DisposeAsync();
    }
}
