using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace Sessions.Mail;

/// <summary>Octets to a server and replies from it, each step with its time limit.</summary>
internal sealed class SmtpChannel : IAsyncDisposable
{
    private const int LongestLine = 4096;
    private const int MostLines = 100;
    private readonly SmtpOptions _options;
    private readonly Socket _socket;
    private readonly byte[] _buffer = new byte[4096];
    private Stream _stream;
    private int _next;
    private int _end;

    private SmtpChannel(SmtpOptions options, Socket socket)
    {
        _options = options;
        _socket = socket;
        _stream = new NetworkStream(socket, ownsSocket: true);
    }

    public bool IsEncrypted => _stream is SslStream;

    public IPAddress? LocalAddress => (_socket.LocalEndPoint as IPEndPoint)?.Address;

    public static async Task<SmtpChannel> ConnectAsync(SmtpOptions options, CancellationToken cancellationToken)
    {
        options.Trace?.Enter(SmtpStep.Connect);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            return await SmtpTimeLimit.RunAsync(options, options.Timeout, Connect, cancellationToken);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        async ValueTask<SmtpChannel> Connect(CancellationToken limit)
        {
            await socket.ConnectAsync(options.Host, options.Port, limit);
            return new SmtpChannel(options, socket);
        }
    }

    /// <exception cref="SmtpFaultException">The certificate is not trusted, or the server spoke before the handshake.</exception>
    public async Task EncryptAsync(CancellationToken cancellationToken)
    {
        // What came in the clear after the answer to STARTTLS could be anybody's (CVE-2011-0411).
        if (_next < _end)
            throw new SmtpFaultException("The mail server spoke out of turn before the TLS handshake.");
        _options.Trace?.Enter(SmtpStep.Encrypt);
        var tls = new SslStream(_stream, leaveInnerStreamOpen: false);
        _stream = await SmtpTimeLimit.RunAsync(_options, _options.Timeout, Handshake, cancellationToken);

        async ValueTask<Stream> Handshake(CancellationToken limit)
        {
            var certificate = new SmtpCertificate(_options);
            try
            {
                await tls.AuthenticateAsClientAsync(certificate.Expected, limit);
            }
            catch (AuthenticationException refused) when (certificate.Fault is { } fault)
            {
                throw new AuthenticationException(fault, refused);
            }
            return tls;
        }
    }

    public Task WriteAsync(ReadOnlyMemory<byte> octets, TimeSpan limit, CancellationToken cancellationToken) =>
        SmtpTimeLimit.RunAsync(_options, limit, async stop =>
        {
            await _stream.WriteAsync(octets, stop);
            await _stream.FlushAsync(stop);
            return true;
        }, cancellationToken);

    public async Task<SmtpReply> AskAsync(string line, CancellationToken cancellationToken)
    {
        _options.Trace?.Say(line);
        await WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"), _options.Timeout, cancellationToken);
        return await ReadReplyAsync(_options.Timeout, cancellationToken);
    }

    public Task<SmtpReply> ReadReplyAsync(TimeSpan limit, CancellationToken cancellationToken) =>
        SmtpTimeLimit.RunAsync(_options, limit, async stop =>
        {
            var lines = new List<string>();
            do
            {
                if (lines.Count == MostLines)
                    throw new SmtpFaultException("The mail server's answer has no end.");
                lines.Add(await ReadLineAsync(stop));
                _options.Trace?.Hear(lines[^1]);
            }
            while (lines[^1] is [_, _, _, '-', ..]);
            return SmtpReply.Parse(lines);
        }, cancellationToken);

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private async ValueTask<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        var line = new List<byte>();
        while (line.Count < LongestLine)
        {
            if (_next == _end)
            {
                _next = 0;
                _end = await _stream.ReadAsync(_buffer, cancellationToken);
                if (_end == 0)
                    throw new IOException("the server closed it.");
            }
            var octet = _buffer[_next++];
            if (octet == '\n')
                return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            line.Add(octet);
        }
        throw new SmtpFaultException("A line of the mail server's answer is too long.");
    }
}
