namespace Sessions.Mail;

/// <summary>Where a mailbox's access tokens come from (RFC 6749): with a refresh token its section 6, without one its section 4.4.</summary>
/// <param name="ClientSecret">Null for a public client, which has a refresh token.</param>
/// <param name="Scope">As the provider names it; null to ask for what the client has.</param>
public sealed record OAuthOptions(Uri TokenUrl, string ClientId, string? ClientSecret, string? RefreshToken, string? Scope)
{
    /// <summary>What is wrong with these options, in a sentence; null when nothing is.</summary>
    public string? FindFault() => this switch
    {
        { TokenUrl.IsAbsoluteUri: false } => "The token address is no address.",
        { TokenUrl.Scheme: not "https" } when TokenUrl.Scheme != "http" || !SmtpHost.IsLoopback(TokenUrl.Host) => "The token address must begin with https.",
        { ClientId: "" } => "The client id is missing.",
        { ClientSecret: null, RefreshToken: null } => "A client secret or a refresh token is needed.",
        _ => null,
    };

    /// <summary>Without the secrets.</summary>
    public override string ToString() => $"{TokenUrl.Host} ({ClientId})";
}
