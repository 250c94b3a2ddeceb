using System.Net;
using System.Net.Sockets;

namespace Sessions.Archive.Links;

/// <summary>Connects to addresses that it looked up and judged itself, so that a name can't mean another one a moment later.</summary>
internal static class LinkClient
{
    private const int LongestHeaders = 32;

    public static HttpClient Make(LinkReach reach) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        // A proxy would look the name up itself.
        UseProxy = false,
        Credentials = null,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = reach.Patience,
        MaxResponseHeadersLength = LongestHeaders,
        MaxConnectionsPerServer = 1,
        // What is left of a long answer is not fetched for the sake of the connection.
        MaxResponseDrainSize = 0,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        ConnectCallback = (context, stop) => Connect(reach, context.DnsEndPoint, stop),
    })
    { Timeout = reach.Patience };

    private static async ValueTask<Stream> Connect(LinkReach reach, DnsEndPoint to, CancellationToken stop)
    {
        var all = IPAddress.TryParse(to.Host, out var written) ? [written] : await reach.Resolve(to.Host, stop);
        if (all.Length == 0) throw new SocketException((int)SocketError.HostNotFound);
        // One inner address among public ones is a trick, or a mistake that is none of our business.
        if (!Array.TrueForAll(all, address => reach.MayConnect(address, to.Port))) throw new NotPublicException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(all, to.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
