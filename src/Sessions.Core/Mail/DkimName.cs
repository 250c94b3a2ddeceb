namespace Sessions.Mail;

/// <summary>Where verifiers look for the public key (RFC 6376 3.6.2.1).</summary>
internal sealed record DkimName(string Domain, string Selector)
{
    private const int LongestName = 253;

    /// <summary>As <c>selector._domainkey.domain</c>.</summary>
    public string Full => $"{Selector}._domainkey.{Domain}";

    public static DkimRefusal Read(string domain, string selector, EmailAddress from, out DkimName name)
    {
        name = new(EmailAddressSyntax.ToAsciiDomain(domain) ?? "", selector);
        if (name.Domain.Length == 0)
            return DkimRefusal.BadDomain;
        if (from.Domain != name.Domain && !from.Domain.EndsWith($".{name.Domain}", StringComparison.Ordinal))
            return DkimRefusal.ForeignDomain;
        return selector.Split('.').All(EmailAddressSyntax.IsLabel) && name.Full.Length <= LongestName ? DkimRefusal.None : DkimRefusal.BadSelector;
    }
}
