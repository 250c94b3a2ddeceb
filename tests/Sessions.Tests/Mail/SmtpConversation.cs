using System.Collections.Concurrent;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Sessions.Tests.Mail;

/// <summary>The server's side of one connection, and all it heard.</summary>
internal sealed class SmtpConversation(TcpClient client) : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _heard = new();
    private Stream _stream = client.GetStream();

    public IReadOnlyList<string> Heard => [.. _heard];

    /// <summary>The last message it was handed; null before the first.</summary>
    public byte[]? Message { get; private set; }

    public IEnumerable<string> Verbs => _heard.Select(line => line.Split(' ', ':')[0]);

    public async Task SayAsync(string lines) => await _stream.WriteAsync(Encoding.UTF8.GetBytes(lines.ReplaceLineEndings("\r\n") + "\r\n"));

    /// <summary>The next line, or null when the client has gone.</summary>
    public async Task<string?> HearAsync()
    {
        var line = new List<byte>();
        var octet = new byte[1];
        while (await _stream.ReadAsync(octet) == 1 && octet[0] != '\n')
            line.Add(octet[0]);
        if (line.Count == 0)
            return null;
        var text = Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
        _heard.Enqueue(text);
        return text;
    }

    public async Task AnswerAsync(string expectedVerb, string reply)
    {
        Assert.StartsWith(expectedVerb, await HearAsync(), StringComparison.Ordinal);
        await SayAsync(reply);
    }

    public async Task GreetAsync(params string[] extensions)
    {
        await SayAsync("220 mx.example.org ESMTP");
        await AnswerHelloAsync(extensions);
    }

    public async Task AnswerHelloAsync(params string[] extensions) =>
        await AnswerAsync("EHLO ", string.Join('\n', extensions.Prepend("mx.example.org").Select((line, i) => $"250{(i < extensions.Length ? '-' : ' ')}{line}")));

    /// <summary>Takes the envelope and the message, and leaves the last answer to the script.</summary>
    public async Task HearMessageAsync()
    {
        await AnswerAsync("MAIL FROM:", "250 2.1.0 ok");
        await AnswerAsync("RCPT TO:", "250 2.1.5 ok");
        await AnswerAsync("DATA", "354 go on");
        await HearDataAsync();
    }

    public async Task<string> HearDataAsync()
    {
        var lines = new List<string>();
        while (await HearLineOfDataAsync() is { } line && line != ".")
            lines.Add(line);
        var text = string.Concat(lines.Select(line => line + "\r\n"));
        Message = Encoding.UTF8.GetBytes(text);
        return text;
    }

    /// <summary>Null when the client is gone before the message's end: it was not handed over then.</summary>
    public async Task<string?> HearWholeDataAsync()
    {
        var lines = new List<string>();
        while (await HearLineOfDataAsync() is { } line)
        {
            if (line == ".")
                return string.Concat(lines.Select(l => l + "\r\n"));
            lines.Add(line);
        }
        return null;
    }

    public async Task TakeMessageAsync()
    {
        await HearMessageAsync();
        await SayAsync("250 2.0.0 queued as 1");
    }

    public async Task EncryptAsync(X509Certificate2 certificate)
    {
        var tls = new SslStream(_stream);
        _stream = tls;
        await tls.AuthenticateAsServerAsync(certificate);
    }

    /// <summary>Until the client hangs up.</summary>
    public async Task WaitForTheEndAsync()
    {
        while (await HearAsync() is { } line)
        {
            if (line == "QUIT")
                await SayAsync("221 bye");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        client.Dispose();
    }

    private async Task<string?> HearLineOfDataAsync()
    {
        var line = new StringBuilder();
        var octet = new byte[1];
        while (await _stream.ReadAsync(octet) == 1)
        {
            if (octet[0] == '\n')
                return line.ToString().TrimEnd('\r');
            line.Append((char)octet[0]);
        }
        return null;
    }
}
