using Sessions.Invitations;
using Sessions.Mail;

namespace Sessions.Web.Settings;

/// <summary>Section "Mail:Inbound": the ways that answers come in.</summary>
/// <param name="Imap">Null where the mailbox is not fetched by us.</param>
/// <param name="Secret">Lets a mail server hand over messages by HTTP; null closes that way.</param>
public sealed record InboundSettings(InboundOptions Mailbox, ImapOptions? Imap, string? Secret)
{
    private const int ShortestSecret = 16;

    public static InboundSettings? Read(InboundSection section)
    {
        var secret = Settings.Secret.Read("Mail:Inbound:Secret", section.Secret, section.SecretFile);
        if (secret is { Length: < ShortestSecret }) throw new SettingsFault($"Mail:Inbound:Secret is too short: {ShortestSecret} characters at least, made by chance (openssl rand -base64 24).");
        var imap = ReadImap(section.Imap);
        if (string.IsNullOrWhiteSpace(section.Address))
            return imap is null && secret is null ? null : throw new SettingsFault("Mail:Inbound:Address is missing: the address of the mailbox that answers come to, like rsvp@example.org.");
        if (!EmailAddress.TryParse(section.Address, out var address, out _) || address.LocalPart.Contains('+', StringComparison.Ordinal) || address.LocalPart.Length > 30)
            throw new SettingsFault($"Mail:Inbound:Address must be an e-mail address without a plus sign like rsvp@example.org; it is \"{section.Address}\".");
        return new(new(address, string.IsNullOrWhiteSpace(section.Server) ? null : section.Server.Trim()), imap, secret);
    }

    private static ImapOptions? ReadImap(ImapSection section)
    {
        if (string.IsNullOrWhiteSpace(section.Host)) return null;
        var options = new ImapOptions(section.Host, section.Port, section.Security, section.User ?? "", Settings.Secret.Read("Mail:Inbound:Imap:Password", section.Password, section.PasswordFile) ?? "", section.Folder)
        {
            OAuth = section.OAuth.Read("Mail:Inbound:Imap:OAuth"),
            TrustedCertificateSha256 = string.IsNullOrWhiteSpace(section.TrustedCertificateSha256) ? null : section.TrustedCertificateSha256.Replace(":", "", StringComparison.Ordinal),
        };
        return options.FindFault() is { } fault ? throw new SettingsFault($"Mail:Inbound:Imap: {fault}") : options;
    }
}

public sealed record InboundSection
{
    public string? Address { get; init; }
    public string? Server { get; init; }
    public string? Secret { get; init; }
    public string? SecretFile { get; init; }
    public ImapSection Imap { get; init; } = new();
}

public sealed record ImapSection
{
    public string? Host { get; init; }
    public int Port { get; init; } = 993;
    public SmtpSecurity Security { get; init; } = SmtpSecurity.Tls;
    public string? User { get; init; }
    public string? Password { get; init; }
    public string? PasswordFile { get; init; }
    public string Folder { get; init; } = "INBOX";
    public string? TrustedCertificateSha256 { get; init; }
    public OAuthSection OAuth { get; init; } = new();
}
