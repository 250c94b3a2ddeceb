using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Sessions.Mail;

namespace Sessions.Tests.Mail;

/// <summary>A mail server that follows one script for each connection, in the order in which they come.</summary>
internal sealed class ScriptedSmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<SmtpConversation> _conversations = new();
    private readonly Task _running;

    public ScriptedSmtpServer(params Func<SmtpConversation, Task>[] scripts)
    {
        _listener.Start();
        _running = RunAsync(scripts);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public IReadOnlyList<SmtpConversation> Conversations => [.. _conversations];

    public SmtpOptions Options => new("127.0.0.1", Port, SmtpSecurity.None) { Timeout = TimeSpan.FromSeconds(5), DataTimeout = TimeSpan.FromSeconds(5), MaxConnections = 1 };

    /// <summary>Ends when every script has; what a script asserted and did not find fails the test here.</summary>
    public async Task FinishAsync() => await _running.WaitAsync(TimeSpan.FromSeconds(20));

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        foreach (var conversation in _conversations)
            await conversation.DisposeAsync();
    }

    private async Task RunAsync(Func<SmtpConversation, Task>[] scripts)
    {
        foreach (var script in scripts)
        {
            var conversation = new SmtpConversation(await _listener.AcceptTcpClientAsync());
            _conversations.Enqueue(conversation);
            await script(conversation);
            await conversation.DisposeAsync();
        }
    }
}
