using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Sessions.Mail;

namespace Sessions.Tests.Mail;

/// <summary>A mailbox with one message that answers as a test wants it to, one connection after the other.</summary>
internal sealed class ScriptedImapServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _commands = new();
    private readonly Task _running;

    /// <param name="kept">What it says of the flags that it keeps.</param>
    /// <param name="silentAt">The command that it never answers.</param>
    /// <param name="can">Its extensions.</param>
    public ScriptedImapServer(string kept, int size = 20, string? silentAt = null, string can = "MOVE UIDPLUS")
    {
        _listener.Start();
        _running = Run(kept, size, silentAt, can);
    }

    public ImapOptions Options => new("127.0.0.1", ((IPEndPoint)_listener.LocalEndpoint).Port, SmtpSecurity.None, "rsvp", "secret") { Timeout = TimeSpan.FromSeconds(1) };

    /// <summary>Without their tags.</summary>
    public IReadOnlyList<string> Commands => [.. _commands];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task Run(string kept, int size, string? silentAt, string can)
    {
        while (true)
        {
            using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
            await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync($"* OK [CAPABILITY IMAP4rev1 {can}] ready");
            var isMoved = false;
            while (await reader.ReadLineAsync(_stop.Token) is { } line)
            {
                var command = line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..];
                _commands.Enqueue(command);
                if (silentAt is not null && command.StartsWith(silentAt, StringComparison.Ordinal)) await Task.Delay(Timeout.Infinite, _stop.Token);
                isMoved |= command.StartsWith("UID MOVE 7", StringComparison.Ordinal) || command.StartsWith("MOVE 1", StringComparison.Ordinal);
                foreach (var said in Answer(command, kept, size, can, isMoved)) await writer.WriteLineAsync(said);
                await writer.WriteLineAsync($"{line.Split(' ')[0]} OK {(command.StartsWith("SELECT", StringComparison.Ordinal) ? "[READ-WRITE] " : "")}done");
                if (command == "LOGOUT") break;
            }
        }
    }

    private static string[] Answer(string command, string kept, int size, string can, bool isMoved) => command switch
    {
        "CAPABILITY" => [$"* CAPABILITY IMAP4rev1 {can}"],
        "LOGOUT" => ["* BYE"],
        _ when command.StartsWith("LIST", StringComparison.Ordinal) => command.Contains(ImapMailbox.TakenFolder, StringComparison.Ordinal) ? [$"* LIST () \"/\" {ImapMailbox.TakenFolder}"]
            : command.Contains("INBOX", StringComparison.Ordinal) || command.Contains('%', StringComparison.Ordinal) ? ["* LIST () \"/\" INBOX"] : ["* LIST (\\Noselect) \"/\" \"\""],
        _ when command.StartsWith("SELECT", StringComparison.Ordinal) => ["* FLAGS (\\Seen \\Deleted)", $"* OK [PERMANENTFLAGS ({kept})]", "* 1 EXISTS", "* 0 RECENT", "* OK [UIDVALIDITY 1]"],
        _ when command.StartsWith("UID SEARCH", StringComparison.Ordinal) => [isMoved ? "* SEARCH" : "* SEARCH 7"],
        _ when command.StartsWith("UID FETCH", StringComparison.Ordinal) && command.Contains("BODY", StringComparison.Ordinal) => ["* 1 FETCH (UID 7 BODY[] {18}", "Subject: Y\r\n\r\nYes\n)"],
        _ when command.StartsWith("UID FETCH", StringComparison.Ordinal) => [$"* 1 FETCH (UID 7 RFC822.SIZE {size})"],
        "SEARCH UID 7" => ["* SEARCH 1"],
        _ when isMoved && command.Contains("MOVE ", StringComparison.Ordinal) => ["* 1 EXPUNGE"],
        _ => [],
    };
}
