using System.Text;

namespace Sessions.Mail;

/// <summary>One connection, greeted, encrypted and signed in as the options ask.</summary>
internal sealed class SmtpSession : IAsyncDisposable
{
    private readonly SmtpOptions _options;
    private readonly SmtpChannel _channel;
    private readonly SmtpExtensions _extensions;

    private SmtpSession(SmtpOptions options, SmtpChannel channel, SmtpExtensions extensions)
    {
        _options = options;
        _channel = channel;
        _extensions = extensions;
    }

    /// <summary>False once the server said, or we know, that no further message can go this way.</summary>
    public bool IsUsable { get; private set; } = true;


    /// <exception cref="SmtpFaultException">The server is not there, not trusted, or does not let us in.</exception>
    public static async Task<SmtpSession> OpenAsync(SmtpOptions options, CancellationToken cancellationToken)
    {
        var channel = await SmtpChannel.ConnectAsync(options, cancellationToken);
        try
        {
            if (options.Security == SmtpSecurity.Tls)
                await channel.EncryptAsync(cancellationToken);
            Expect("The mail server turned us away", await channel.ReadReplyAsync(options.Timeout, cancellationToken));
            var extensions = await GreetAsync(options, channel, cancellationToken);
            if (options.Security == SmtpSecurity.StartTls)
            {
                options.Trace?.Enter(SmtpStep.Encrypt);
                if (!extensions.Offers("STARTTLS"))
                    throw new SmtpFaultException($"The mail server {options.Host}:{options.Port} offers no STARTTLS.");
                Expect("The mail server refused STARTTLS", await channel.AskAsync("STARTTLS", cancellationToken));
                await channel.EncryptAsync(cancellationToken);
                // What was offered in the clear is forgotten (RFC 3207 4.2).
                extensions = await GreetAsync(options, channel, cancellationToken);
            }
            await SmtpSignIn.RunAsync(options, channel, extensions, cancellationToken);
            return new SmtpSession(options, channel, extensions);
        }
        catch
        {
            await channel.DisposeAsync();
            throw;
        }
    }

    /// <exception cref="SmtpFaultException">The connection broke, the server was silent, or said 421 before the message.</exception>
    public async Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        if (SmtpEnvelope.FindObstacle(mail, _extensions) is { } obstacle)
            return obstacle;
        IsUsable = false;
        var refusal = await OfferAsync(SmtpEnvelope.Commands(mail, _extensions), cancellationToken);
        if (refusal is not null)
        {
            IsUsable = await ResetAsync(cancellationToken);
            return refusal.ToOutcome();
        }
        _options.Trace?.Note($"(the message, {mail.Bytes.Length} octets)");
        await _channel.WriteAsync(SmtpData.Encode(mail.Bytes.Span), _options.DataTimeout, cancellationToken);
        var reply = await _channel.ReadReplyAsync(_options.DataTimeout, cancellationToken);
        IsUsable = reply.Code != SmtpReply.Closing;
        return reply.ToOutcome();
    }

    public async Task QuitAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _channel.AskAsync("QUIT", cancellationToken);
        }
        catch (SmtpFaultException)
        {
            // The server was faster.
        }
        await DisposeAsync();
    }

    public ValueTask DisposeAsync() => _channel.DisposeAsync();

    /// <summary>Null when the server waits for the message, else its no.</summary>
    private async Task<SmtpReply?> OfferAsync(string[] commands, CancellationToken cancellationToken)
    {
        try
        {
            // One at a time in a trial, so that the step that fails is the one that was named.
            var pipelining = _extensions.Offers("PIPELINING") && _options.Trace is null;
            if (pipelining)
                await _channel.WriteAsync(Encoding.UTF8.GetBytes(string.Join("\r\n", commands) + "\r\n"), _options.Timeout, cancellationToken);
            SmtpReply? refusal = null;
            foreach (var command in commands)
            {
                var reply = pipelining ? await _channel.ReadReplyAsync(_options.Timeout, cancellationToken) : await _channel.AskAsync(command, cancellationToken);
                refusal ??= RefusalIn(command, reply);
                if (refusal is null)
                    continue;
                if (!pipelining)
                    return refusal;
                // Waiting for a message nobody is to have: ending it would send an empty one.
                if (command == SmtpEnvelope.Data && reply.Code == SmtpReply.StartMessage)
                    throw new SmtpFaultException($"The mail server is out of step after: {refusal.Code} {refusal.Text}", refusal.Code, refusal.Status);
            }
            return refusal;
        }
        catch (SmtpFaultException fault)
        {
            fault.IsBeforeData = true;
            throw;
        }
    }

    private static SmtpReply? RefusalIn(string command, SmtpReply reply)
    {
        if (reply.Code == SmtpReply.Closing)
            throw SmtpFaultException.From("The mail server closes the connection", reply);
        if (command != SmtpEnvelope.Data)
            return reply.IsPositive ? null : reply;
        if (reply.IsPositive)
            throw SmtpFaultException.From("The mail server is out of step", reply);
        return reply.Code == SmtpReply.StartMessage ? null : reply;
    }

    private async Task<bool> ResetAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await _channel.AskAsync("RSET", cancellationToken)).IsPositive;
        }
        catch (SmtpFaultException)
        {
            return false;
        }
    }

    private static async Task<SmtpExtensions> GreetAsync(SmtpOptions options, SmtpChannel channel, CancellationToken cancellationToken)
    {
        var name = options.ClientName ?? SmtpHost.NameOf(channel.LocalAddress);
        var reply = await channel.AskAsync($"EHLO {name}", cancellationToken);
        Expect("The mail server refused our greeting", reply);
        return new SmtpExtensions(reply);
    }

    private static void Expect(string otherwise, SmtpReply reply)
    {
        if (!reply.IsPositive)
            throw SmtpFaultException.From(otherwise, reply);
    }
}
