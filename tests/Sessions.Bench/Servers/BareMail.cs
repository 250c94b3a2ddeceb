using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sessions.Bench.Servers;

/// <summary>Hands finished octets to a mail server and does nothing else: no checks, no reading of replies beyond their count.</summary>
internal sealed class BareMail : IDisposable
{
    private readonly byte[] _heard = new byte[4096];
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    private BareMail()
    {
    }

    public static async Task<BareMail> Open(int port)
    {
        var mail = new BareMail();
        await mail._socket.ConnectAsync(IPAddress.Loopback, port);
        await mail.Replies(1);
        await mail._socket.SendAsync("EHLO bench.example.org\r\n"u8.ToArray());
        await mail.Replies(1);
        return mail;
    }

    /// <param name="envelope">MAIL, RCPT and DATA, in one piece.</param>
    /// <param name="octets">With the dots and the end as they travel.</param>
    public async Task Send(byte[] envelope, byte[] octets)
    {
        await _socket.SendAsync(envelope);
        await Replies(3);
        await _socket.SendAsync(octets);
        await Replies(1);
    }

    public void Dispose() => _socket.Dispose();

    /// <summary>Last lines of replies: those with a space behind the code.</summary>
    private async Task Replies(int count)
    {
        var said = new StringBuilder();
        while (Ends(said.ToString()) < count)
        {
            var read = await _socket.ReceiveAsync(_heard);
            if (read == 0) throw new IOException($"The mail server closed the connection after: {said}");
            said.Append(Encoding.Latin1.GetString(_heard, 0, read));
        }

        if (said.ToString().Split('\n').Any(line => line is ['4' or '5', ..])) throw new IOException($"The mail server said: {said}");
    }

    private static int Ends(string said) => said.Split("\r\n")[..^1].Count(line => line.Length < 4 || line[3] == ' ');
}
