using System.Net.Sockets;

namespace Sessions.Mail;

/// <summary>
/// Sends through one mail server (RFC 5321) over connections that are kept for the next message. Safe to call from
/// several threads: up to <see cref="SmtpOptions.MaxConnections"/> messages travel at a time, the others wait.
/// </summary>
public sealed class SmtpTransport : IMailTransport, IAsyncDisposable
{
    private readonly SmtpOptions _options;
    private readonly SmtpPool _pool;
    private readonly SemaphoreSlim _lanes;

    /// <exception cref="ArgumentException"><see cref="SmtpOptions.FindFault"/> found something.</exception>
    public SmtpTransport(SmtpOptions options, TimeProvider time)
    {
        if (options.FindFault() is { } fault)
            throw new ArgumentException(fault, nameof(options));
        _options = options with { Tokens = options.OAuth is { } oauth ? new(oauth, time) : null };
        _pool = new SmtpPool(options.IdleLimit, time);
        _lanes = new SemaphoreSlim(options.MaxConnections);
    }

    public async Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        await _lanes.WaitAsync(cancellationToken);
        try
        {
            // A connection that waited may be gone without our knowing: that is no reason to put the message off.
            if (_pool.Take() is { } kept && await SendOverAsync(kept, mail, cancellationToken) is var first and not { IsStale: true })
                return first.Outcome;
            var session = await SmtpSession.OpenAsync(_options, cancellationToken);
            return (await SendOverAsync(session, mail, cancellationToken)).Outcome;
        }
        catch (SmtpFaultException fault)
        {
            // Of opening alone: what happens to a message becomes its own outcome further down.
            return fault.ToOutcome() with { IsServerAway = true };
        }
        finally
        {
            _lanes.Release();
        }
    }

    /// <summary>Connects, greets, encrypts and signs in as for a message, and hangs up.</summary>
    /// <returns>The step that failed, in a sentence; null when a message could go.</returns>
    public async Task<string?> FindFaultAsync(CancellationToken cancellationToken)
    {
        try
        {
            await (await SmtpSession.OpenAsync(_options, cancellationToken)).QuitAsync(cancellationToken);
            return null;
        }
        catch (SmtpFaultException fault)
        {
            return fault.Message;
        }
    }

    /// <summary>Over a connection of its own, with everything that was said.</summary>
    public async Task<MailTrial> TryAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var trace = new SmtpTrace();
        var options = _options with { Trace = trace };
        try
        {
            var session = await SmtpSession.OpenAsync(options, cancellationToken);
            await using (session)
            {
                var outcome = await session.SendAsync(mail, cancellationToken);
                var step = trace.Step;
                if (session.IsUsable) await session.QuitAsync(cancellationToken);
                return new(outcome, step, trace.Lines);
            }
        }
        catch (SmtpFaultException fault)
        {
            var isUnknown = fault.InnerException is SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain };
            return new(fault.ToOutcome(), isUnknown ? SmtpStep.FindServer : trace.Step, trace.Lines);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _pool.DisposeAsync();
        _lanes.Dispose();
        _options.Tokens?.Dispose();
    }

    private async Task<(SendOutcome Outcome, bool IsStale)> SendOverAsync(SmtpSession session, OutgoingMail mail, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await session.SendAsync(mail, cancellationToken);
            if (session.IsUsable)
                _pool.Return(session);
            else
                await session.DisposeAsync();
            return (outcome, false);
        }
        catch (SmtpFaultException fault)
        {
            await session.DisposeAsync();
            return (fault.ToOutcome(), fault.IsBeforeData);
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }
}
