using System.Globalization;
using System.Text;

namespace Sessions.Mail;

internal static class EmailAddressSyntax
{
    private const int LongestAddress = 254;
    private const int LongestLocalPart = 64;
    private const int LongestDomain = 253;
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    public static EmailAddressRefusal Read(string? text, out string localPart, out string domain)
    {
        localPart = domain = "";
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length == 0)
            return EmailAddressRefusal.Empty;
        if (trimmed.Length > LongestAddress)
            return EmailAddressRefusal.TooLong;
        if (!trimmed.EnumerateRunes().All(IsVisible))
            return EmailAddressRefusal.IllegalCharacter;

        var at = trimmed.IndexOf('@', StringComparison.Ordinal);
        if (at <= 0 || at != trimmed.LastIndexOf('@'))
            return EmailAddressRefusal.NotOneAt;

        localPart = trimmed[..at].Normalize(NormalizationForm.FormC);
        var refusal = ReadLocalPart(localPart);
        if (refusal != EmailAddressRefusal.None)
            return refusal;
        if (ToAsciiDomain(trimmed[(at + 1)..]) is not { } ascii)
            return EmailAddressRefusal.BadDomain;
        domain = ascii;
        return Encoding.UTF8.GetByteCount(localPart) + 1 + domain.Length > LongestAddress
            ? EmailAddressRefusal.TooLong
            : EmailAddressRefusal.None;
    }

    /// <summary>The domain in lower-case ASCII, or null when it is none.</summary>
    public static string? ToAsciiDomain(string domain, int fewestLabels = 2)
    {
        string ascii;
        try
        {
            ascii = Idn.GetAscii(domain).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
        var labels = ascii.Split('.');
        var isName = labels.Length >= fewestLabels
            && ascii.Length <= LongestDomain
            && labels.All(IsLabel)
            && !labels[^1].All(char.IsAsciiDigit);
        return isName ? ascii : null;
    }

    public static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63
        && label[0] != '-'
        && label[^1] != '-'
        && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static EmailAddressRefusal ReadLocalPart(string localPart)
    {
        if (Encoding.UTF8.GetByteCount(localPart) > LongestLocalPart)
            return EmailAddressRefusal.TooLong;
        if (localPart.StartsWith('.') || localPart.EndsWith('.') || localPart.Contains("..", StringComparison.Ordinal))
            return EmailAddressRefusal.MisplacedDot;
        return localPart.EnumerateRunes().All(IsAtomText) ? EmailAddressRefusal.None : EmailAddressRefusal.IllegalCharacter;
    }

    private static bool IsAtomText(Rune rune) => rune.IsAscii
        ? Rune.IsLetterOrDigit(rune) || ".!#$%&'*+-/=?^_`{|}~".Contains((char)rune.Value, StringComparison.Ordinal)
        : Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsVisible(Rune rune) =>
        rune != Rune.ReplacementChar
        && !Rune.IsWhiteSpace(rune)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate);
}
