using System.Net;
using System.Net.Sockets;

namespace Sessions.Browser.Support;

/// <summary>
/// A line to the app on which every piece of data takes its time, each way. The browser's own emulation of a slow network does not hold up an open WebSocket.
/// </summary>
internal sealed class SlowLine : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly TimeSpan oneWay;
    private readonly int port;

    public SlowLine(Uri app, TimeSpan roundTrip)
    {
        (port, oneWay) = (app.Port, roundTrip / 2);
        listener.Start();
        _ = Accept();
    }

    public string At(string path) => $"http://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}{path}";

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Dispose();
        stop.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true) _ = Join(await listener.AcceptTcpClientAsync(stop.Token));
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task Join(TcpClient near)
    {
        using var far = new TcpClient("localhost", port) { NoDelay = true };
        near.NoDelay = true;
        using (near) await Task.WhenAny(Carry(near.GetStream(), far.GetStream()), Carry(far.GetStream(), near.GetStream()));
    }

    /// <summary>What was read waits its time without holding up what comes after it.</summary>
    private async Task Carry(NetworkStream from, NetworkStream to)
    {
        var sent = Task.CompletedTask;
        try
        {
            while (true)
            {
                var piece = new byte[16 * 1024];
                var length = await from.ReadAsync(piece, stop.Token);
                if (length == 0) break;
                sent = Send(sent, Task.Delay(oneWay, stop.Token), piece.AsMemory(0, length));
            }
            await sent;
        }
        catch (Exception fault) when (fault is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // One end is gone; so is the line.
        }

        async Task Send(Task before, Task due, ReadOnlyMemory<byte> piece)
        {
            await Task.WhenAll(before, due);
            await to.WriteAsync(piece, stop.Token);
        }
    }
}
