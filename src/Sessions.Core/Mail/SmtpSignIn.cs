using System.Text;

namespace Sessions.Mail;

/// <summary>AUTH PLAIN (RFC 4616), LOGIN or XOAUTH2, over TLS or to this very machine only.</summary>
internal static class SmtpSignIn
{
    public static async Task RunAsync(SmtpOptions options, SmtpChannel channel, SmtpExtensions extensions, CancellationToken cancellationToken)
    {
        if (options.User is not { } user)
            return;
        options.Trace?.Enter(SmtpStep.SignIn);
        if (!channel.IsEncrypted && !(options.Security == SmtpSecurity.None && SmtpHost.IsLoopback(options.Host)))
            throw new SmtpFaultException($"The password for {options.Host} is not sent without TLS.");
        if (options.Tokens is { } tokens)
            await WithTokenAsync(options, tokens, user, channel, extensions, cancellationToken);
        else if (options.Password is { } password)
            await WithPasswordAsync(options, user, password, channel, extensions, cancellationToken);
    }

    private static async Task WithPasswordAsync(SmtpOptions options, string user, string password, SmtpChannel channel, SmtpExtensions extensions, CancellationToken cancellationToken)
    {
        options.Trace?.Hide(password);
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

    private static async Task WithTokenAsync(SmtpOptions options, AccessTokens tokens, string user, SmtpChannel channel, SmtpExtensions extensions, CancellationToken cancellationToken)
    {
        if (!extensions.OffersSignIn("XOAUTH2"))
            throw new SmtpFaultException("The mail server offers no sign-in with XOAUTH2: take a password instead.");
        var token = await TokenAsync(tokens, cancellationToken);
        options.Trace?.Hide(token);
        var reply = await channel.AskAsync($"AUTH XOAUTH2 {Base64($"user={user}\u0001auth=Bearer {token}\u0001\u0001")}", cancellationToken);
        // It explains its no first, and says it once it was heard.
        if (reply.Code == SmtpReply.Challenge)
            reply = await channel.AskAsync("", cancellationToken);
        if (reply.IsPositive)
            return;
        tokens.Forget(token);
        throw SmtpFaultException.From("The mail server did not accept our access token", reply);
    }

    private static async Task<string> TokenAsync(AccessTokens tokens, CancellationToken cancellationToken)
    {
        try
        {
            return await tokens.Get(cancellationToken);
        }
        catch (AccessTokenException fault)
        {
            throw new SmtpFaultException(fault.Message, inner: fault);
        }
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
