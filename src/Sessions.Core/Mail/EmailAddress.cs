using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Sessions.Mail;

/// <summary>
/// One mailbox as typed by a person: the dot-atom form of RFC 5321 4.1.2, at most 254 octets, the local part also in
/// Unicode letters (RFC 6531). Quoted local parts and address literals are refused.
/// </summary>
public sealed record EmailAddress
{
    private EmailAddress(string localPart, string domain)
    {
        LocalPart = localPart;
        Domain = domain;
    }

    public string LocalPart { get; }

    /// <summary>In lower case and in its ASCII form (<c>xn--…</c>).</summary>
    public string Domain { get; }

    public string Value => $"{LocalPart}@{Domain}";

    /// <summary>
    /// The form to compare by: all in lower case. A server may tell <c>Ann@</c> from <c>ann@</c> (RFC 5321 2.4), hardly
    /// any does, and people type both.
    /// </summary>
    public string Key => Value.ToLowerInvariant();

    /// <summary>For readers who may not see addresses in full.</summary>
    public static string? Masked(string? address) => TryParse(address, out var parsed, out _) ? parsed.Mask : null;

    /// <summary>The form for logs: <c>k…l@example.org</c>.</summary>
    public string Mask
    {
        get
        {
            var letters = new StringInfo(LocalPart);
            var count = letters.LengthInTextElements;
            var first = count > 1 ? letters.SubstringByTextElements(0, 1) : "";
            var last = count > 3 ? letters.SubstringByTextElements(count - 1, 1) : "";
            return $"{first}…{last}@{Domain}";
        }
    }

    /// <summary>True when a server has to offer SMTPUTF8 for this address.</summary>
    public bool IsInternationalized => !Ascii.IsValid(LocalPart);

    public static bool TryParse(string? text, [NotNullWhen(true)] out EmailAddress? address, out EmailAddressRefusal refusal)
    {
        address = null;
        refusal = EmailAddressSyntax.Read(text, out var localPart, out var domain);
        if (refusal != EmailAddressRefusal.None)
            return false;
        address = new EmailAddress(localPart, domain);
        return true;
    }

    /// <exception cref="FormatException">The text is no address.</exception>
    public static EmailAddress Parse(string text) =>
        TryParse(text, out var address, out var refusal) ? address : throw new FormatException($"Not an e-mail address: {refusal}.");

    public override string ToString() => Value;
}
