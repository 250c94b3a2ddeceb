using Sessions.Mail;

namespace Sessions.Web.Settings;

/// <summary>A section "OAuth" of Mail:Smtp or Mail:Inbound:Imap: an access token instead of a password.</summary>
public sealed record OAuthSection
{
    public string TokenUrl { get; init; } = "";
    public string ClientId { get; init; } = "";
    public string? ClientSecret { get; init; }
    public string? ClientSecretFile { get; init; }
    public string? RefreshToken { get; init; }
    public string? RefreshTokenFile { get; init; }
    public string Scope { get; init; } = "";

    /// <param name="section">As Mail:Smtp:OAuth.</param>
    /// <returns>Null where nothing is given: then a password signs in.</returns>
    public OAuthOptions? Read(string section)
    {
        var secret = Secret.Read($"{section}:ClientSecret", ClientSecret, ClientSecretFile);
        var refresh = Secret.Read($"{section}:RefreshToken", RefreshToken, RefreshTokenFile);
        if (TokenUrl.Length == 0 && ClientId.Length == 0 && secret is null && refresh is null) return null;
        if (!Uri.TryCreate(TokenUrl, UriKind.Absolute, out var url)) throw new SettingsFault($"{section}:TokenUrl must be the address that gives access tokens, beginning with https; it is \"{TokenUrl}\".");
        var options = new OAuthOptions(url, ClientId, secret, refresh, Scope.Length == 0 ? null : Scope);
        return options.FindFault() is { } fault ? throw new SettingsFault($"{section}: {fault}") : options;
    }
}
