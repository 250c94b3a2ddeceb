using System.Text;

namespace Sessions.Mail;

/// <summary>AUTH PLAIN (RFC 4616) or LOGIN, over TLS or to this very machine only.</summary>
internal static class SmtpSignIn
{
    public static async Task RunAsync(SmtpOptions options, SmtpChannel channel, SmtpExtensions extensions, CancellationToken cancellationToken)
    {
        if (options is not { User: { } user, Password: { } password })
            return;
        options.Trace?.Enter(SmtpStep.SignIn);
        if (!channel.IsEncrypted && !(options.Security == SmtpSecurity.None && SmtpHost.IsLoopback(options.Host)))
            throw new SmtpFaultException($"The password for {options.Host} is not sent without TLS.");

        SmtpReply reply;
        if (extensions.OffersSignIn("PLAIN"))
            reply = await channel.AskAsync($"AUTH PLAIN {Base64($"\0{user}\0{password}")}", cancellationToken);
        else if (extensions.OffersSignIn("LOGIN"))
            reply = await LogInAsync(channel, user, password, cancellationToken);
        else
            throw new SmtpFaultException("The mail server offers no sign-in with PLAIN or LOGIN.");
        if (!reply.IsPositive)
            throw SmtpFaultException.From("The mail server did not accept our user and password", reply);
    }

    private static async Task<SmtpReply> LogInAsync(SmtpChannel channel, string user, string password, CancellationToken cancellationToken)
    {
        var reply = await channel.AskAsync("AUTH LOGIN", cancellationToken);
        foreach (var answer in (string[])[user, password])
        {
            if (reply.Code != SmtpReply.Challenge)
                return reply;
            reply = await channel.AskAsync(Base64(answer), cancellationToken);
        }
        return reply;
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
