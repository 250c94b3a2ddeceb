using System.Net.Sockets;
using System.Security.Authentication;

namespace Sessions.Mail;

internal static class SmtpTimeLimit
{
    /// <summary>Runs one step of the conversation; running out of time or losing the connection becomes a fault in plain words.</summary>
    public static async Task<T> RunAsync<T>(SmtpOptions options, TimeSpan limit, Func<CancellationToken, ValueTask<T>> step, CancellationToken cancellationToken)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timer.CancelAfter(limit);
        try
        {
            return await step(timer.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SmtpFaultException($"The mail server {options.Host}:{options.Port} did not answer within {limit.TotalSeconds:0.#} seconds.");
        }
        catch (AuthenticationException fault)
        {
            throw new SmtpFaultException($"No trusted TLS connection to {options.Host}:{options.Port}: {fault.Message}", inner: fault);
        }
        catch (Exception fault) when (fault is IOException or SocketException)
        {
            throw new SmtpFaultException($"No connection to the mail server {options.Host}:{options.Port}: {fault.Message}", inner: fault);
        }
    }
}
