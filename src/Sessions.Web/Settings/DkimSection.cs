using Sessions.Mail;

namespace Sessions.Web.Settings;

/// <summary>Section "Mail:Dkim": who signs our mail.</summary>
internal sealed record DkimSection
{
    public string Domain { get; init; } = "";
    public string Selector { get; init; } = "";
    public string? Key { get; init; }
    public string? KeyFile { get; init; }

    /// <returns>Null where nothing is given: then nothing is signed.</returns>
    public DkimSigner? Read(EmailAddress from)
    {
        var key = Secret.Read("Mail:Dkim:Key", Key, KeyFile);
        if (key is null && Domain.Length == 0 && Selector.Length == 0) return null;
        var missing = Domain.Length == 0 ? "Domain" : Selector.Length == 0 ? "Selector" : "Key";
        if (key is null || Domain.Length == 0 || Selector.Length == 0)
            throw new SettingsFault($"Mail:Dkim:{missing} is missing: Domain, Selector and Key (or KeyFile) belong together; without all three mail leaves unsigned.");
        return DkimSigner.TryCreate(Domain, Selector, key, from, out var signer, out var refusal) ? signer : throw new SettingsFault(Sentence(refusal, from));
    }

    private string Sentence(DkimRefusal refusal, EmailAddress from)
    {
        var key = string.IsNullOrEmpty(KeyFile) ? "Mail:Dkim:Key" : $"Mail:Dkim:KeyFile: {KeyFile}";
        return refusal switch
        {
            DkimRefusal.BadDomain => $"Mail:Dkim:Domain must be a domain like example.org; it is \"{Domain}\".",
            DkimRefusal.ForeignDomain => $"Mail:Dkim:Domain must be the domain of Mail:From, which is {from.Domain}, or a parent of it; it is \"{Domain}\".",
            DkimRefusal.BadSelector => $"Mail:Dkim:Selector must be a short name of letters, digits and hyphens, like sessions1; it is \"{Selector}\".",
            DkimRefusal.ShortKey => $"{key} is a key of less than 1024 bits, which no mail server believes: make one with openssl genrsa 2048.",
            _ => $"{key} is no private RSA key in PEM form, or it has a passphrase: make one with openssl genrsa 2048.",
        };
    }
}
