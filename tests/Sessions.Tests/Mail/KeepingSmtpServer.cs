using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Sessions.Tests.Mail;

/// <summary>A mail server with moods: it keeps every message that it was handed whole, in the order in which they came.</summary>
internal sealed class KeepingSmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<SmtpConversation, Task> _open = new();
    private readonly ConcurrentQueue<Kept> _kept = new();
    private readonly Func<Mood> _mood;

    /// <param name="mood">Asked once for each message, by one caller at a time.</param>
    public KeepingSmtpServer(Func<Mood> mood)
    {
        _mood = mood;
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public IReadOnlyList<Kept> All => [.. _kept];

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        foreach (var (talk, _) in _open) await talk.DisposeAsync();
        await Task.WhenAll(_open.Values);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var talk = new SmtpConversation(await _listener.AcceptTcpClientAsync());
                _open[talk] = ServeAsync(talk);
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(SmtpConversation talk)
    {
        try
        {
            await talk.SayAsync("220 mx.example.org ESMTP");
            var recipient = "";
            while (await talk.HearAsync() is { } line)
            {
                if (line.StartsWith("RCPT TO:<", StringComparison.Ordinal)) recipient = line[9..line.IndexOf('>', StringComparison.Ordinal)];
                if (line != "DATA") await talk.SayAsync(line == "QUIT" ? "221 bye" : "250 ok");
                else if (!await TakeAsync(talk, recipient)) break;
            }
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            // Killed in the middle: that is what this server is for.
        }
        await talk.DisposeAsync();
    }

    private async Task<bool> TakeAsync(SmtpConversation talk, string recipient)
    {
        await talk.SayAsync("354 go on");
        if (await talk.HearWholeDataAsync() is not { } text) return false;
        Mood mood;
        lock (_mood) mood = _mood();
        if (mood.Keeps) _kept.Enqueue(new(recipient, text));
        await Task.Delay(mood.Delay);
        if (mood.Answer is not { } answer) return false;
        await talk.SayAsync(answer);
        return true;
    }
}

/// <summary>A message that the server took responsibility for, whether or not the sender came to know.</summary>
internal sealed record Kept(string Recipient, string Text);

/// <param name="Answer">Null hangs up without one.</param>
internal sealed record Mood(bool Keeps, TimeSpan Delay, string? Answer)
{
    /// <summary>Mostly quick, sometimes slow; now and then not now, or gone after the message.</summary>
    public static Mood Any(Random random) => random.Next(20) switch
    {
        0 => new(false, TimeSpan.Zero, "451 4.3.0 not now"),
        1 => new(true, TimeSpan.FromMilliseconds(random.Next(50)), null),
        < 5 => new(true, TimeSpan.FromMilliseconds(random.Next(300, 1_500)), "250 ok"),
        _ => new(true, TimeSpan.FromMilliseconds(random.Next(80)), "250 ok"),
    };
}
