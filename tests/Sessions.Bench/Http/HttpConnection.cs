using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sessions.Bench.Http;

/// <summary>One kept-alive connection that costs next to nothing beside the server: it shares the machine with it.</summary>
internal sealed class HttpConnection : IAsyncDisposable
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private readonly Socket _socket;
    private int _start;
    private int _end;

    private HttpConnection(Socket socket) => _socket = socket;

    public static async Task<HttpConnection> Open(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port);
            return new(socket);
        }
        catch (SocketException)
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>The answer's status, once its last byte is here.</summary>
    public async Task<int> Send(ReadOnlyMemory<byte> request)
    {
        await _socket.SendAsync(request);
        var status = int.Parse((await Line()).AsSpan(9, 3), CultureInfo.InvariantCulture);
        var (length, chunked) = (0, false);
        while (await Line() is { Length: > 0 } header)
        {
            if (header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                length = int.Parse(header.AsSpan(15), CultureInfo.InvariantCulture);
            else if (header.StartsWith("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase))
                chunked = true;
        }

        if (chunked)
            await SkipChunks();
        else if (status is not (304 or 204))
            await Skip(length);
        return status;
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task SkipChunks()
    {
        int size;
        do
        {
            size = int.Parse(await Line(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            await Skip(size + 2);
        }
        while (size > 0);
    }

    private async ValueTask<string> Line()
    {
        int found;
        while ((found = _buffer.AsSpan(_start, _end - _start).IndexOf("\r\n"u8)) < 0)
            await Fill();
        var line = Encoding.Latin1.GetString(_buffer, _start, found);
        _start += found + 2;
        return line;
    }

    private async ValueTask Skip(int count)
    {
        for (; count > _end - _start; await Fill())
        {
            count -= _end - _start;
            _start = _end = 0;
        }

        _start += count;
    }

    private async ValueTask Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        var read = await _socket.ReceiveAsync(_buffer.AsMemory(_end));
        _end += read > 0 ? read : throw new IOException("The server closed the connection");
    }
}
