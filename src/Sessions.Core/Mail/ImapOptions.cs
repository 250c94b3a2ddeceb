namespace Sessions.Mail;

/// <summary>A mailbox to read.</summary>
/// <param name="Folder">Where messages arrive.</param>
public sealed record ImapOptions(string Host, int Port, SmtpSecurity Security, string User, string Password, string Folder = "INBOX")
{
    /// <summary>For connecting and for each answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>As <see cref="SmtpOptions.TrustedCertificateSha256"/>.</summary>
    public string? TrustedCertificateSha256 { get; init; }

    /// <summary>Signs in with an access token instead of a password (SASL XOAUTH2).</summary>
    public OAuthOptions? OAuth { get; init; }

    /// <summary>What is wrong with these options, in a sentence; null when nothing is.</summary>
    public string? FindFault() => this switch
    {
        { Host: "" } => "The mailbox has no host name.",
        { Port: < 1 or > 65535 } => $"{Port} is no port of a mail server.",
        { User: "" } => "The mailbox has no user.",
        { OAuth: not null, Password: not "" } => "There is both a password and OAuth for the mailbox: leave one of them out.",
        { OAuth: { } oauth } when oauth.FindFault() is { } fault => fault,
        { Password: "", OAuth: null } => "There is a user for the mailbox, but no password.",
        { Security: SmtpSecurity.None } when !SmtpHost.IsLoopback(Host) => $"The password for {Host} would travel in the clear: use StartTls or Tls.",
        _ => null,
    };

    /// <summary>Without the password.</summary>
    public override string ToString() => $"{Host}:{Port} ({Security}, {User})";
}
