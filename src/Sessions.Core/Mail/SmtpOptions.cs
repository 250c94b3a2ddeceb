namespace Sessions.Mail;

/// <summary>How to reach the mail server that sends for us.</summary>
/// <param name="User">Null when the server asks for no sign-in.</param>
public sealed record SmtpOptions(
    string Host,
    int Port = 587,
    SmtpSecurity Security = SmtpSecurity.StartTls,
    string? User = null,
    string? Password = null)
{
    /// <summary>For connecting and for the answer to each command.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For the answer to the end of a message: a server may scan it before it answers (RFC 5321 4.5.3.2.6).</summary>
    public TimeSpan DataTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an unused connection is kept.</summary>
    public TimeSpan IdleLimit { get; init; } = TimeSpan.FromSeconds(20);

    public int MaxConnections { get; init; } = 4;

    /// <summary>The name to say in EHLO; without one the machine's full name, or else its address.</summary>
    public string? ClientName { get; init; }

    /// <summary>
    /// The SHA-256 of the one certificate that is trusted although nobody vouches for it, in hexadecimal: for a relay
    /// with a certificate of its own making, and for tests.
    /// </summary>
    public string? TrustedCertificateSha256 { get; init; }

    /// <summary>Signs in with an access token instead of a password (SASL XOAUTH2).</summary>
    public OAuthOptions? OAuth { get; init; }

    /// <summary>Of <see cref="OAuth"/>, kept by the transport from one connection to the next.</summary>
    internal AccessTokens? Tokens { get; init; }

    /// <summary>Writes down what is said, for a trial; null for real mail.</summary>
    internal SmtpTrace? Trace { get; init; }

    /// <summary>What is wrong with these options, in a sentence; null when nothing is.</summary>
    public string? FindFault() => this switch
    {
        { Host: null or "" } => "The mail server has no host name.",
        { Port: < 1 or > 65535 } => $"{Port} is no port of a mail server.",
        { OAuth: not null, Password: not null } => "There is both a password and OAuth for the mail server: leave one of them out.",
        { User: null, Password: not null } or { User: null, OAuth: not null } => "There is a password for the mail server, but no user.",
        { User: not null, Password: null, OAuth: null } => "There is a user for the mail server, but no password.",
        { User: not null, Security: SmtpSecurity.None } when !SmtpHost.IsLoopback(Host) =>
            $"The password for {Host} would travel in the clear: use StartTls or Tls.",
        { OAuth: { } oauth } when oauth.FindFault() is { } fault => fault,
        { MaxConnections: < 1 } => "At least one connection to the mail server is needed.",
        _ => null,
    };

    /// <summary>Without the password.</summary>
    public override string ToString() => $"{Host}:{Port} ({Security}{(User is null ? "" : ", with sign-in")})";
}

public enum SmtpSecurity
{
    /// <summary>In the clear. A password is sent to a loopback address only.</summary>
    None,

    /// <summary>The STARTTLS command, required (RFC 3207); usually port 587 or 25.</summary>
    StartTls,

    /// <summary>TLS from the first octet (RFC 8314); usually port 465.</summary>
    Tls,
}
