using System.Text.RegularExpressions;

namespace Sessions.Archive.Warnings;

/// <summary>Telephone numbers: with their country, with the zero of their area, in the American way, and where a word says so.</summary>
internal static partial class PhoneNumbers
{
    public static void Take(char[] left, List<(int At, TextWarning Warning)> found)
    {
        Blanks.Take(left, Told(), found, match => Blanks.Digits(match.Groups["number"].Value) is >= 6 and <= 15 ? WarningKind.PhoneNumber : null);
        Blanks.Take(left, International(), found, match => Blanks.Digits(match.Value) is >= 9 and <= 16 ? WarningKind.PhoneNumber : null);
        Blanks.Take(left, National(), found, match => Blanks.Digits(match.Value) is >= 9 and <= 12 ? WarningKind.PhoneNumber : null);
        Blanks.Take(left, American(), found, _ => WarningKind.PhoneNumber);
    }

    /// <summary>"call us on 496 0123", "Tel. 0113 496 0000 ext 12".</summary>
    [GeneratedRegex(@"\b(tel|telephone|phone|mobile|cell|fax|whats ?app|sms|signal|call (us|me|him|her|them|on)|ring (us|me|on)|dial|dial-in)\b[.:]?( (us|me|on|at|is|number|no\.?|in))*[: ]{0,3}(?<number>[+(]{0,2}\d[\d ()/.-]{4,24}\d)(?![\d%])",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Blanks.Patience)]
    private static partial Regex Told();

    /// <summary>"+44 (0)20 7946 0958", "0044 20 7946 0958".</summary>
    [GeneratedRegex(@"(?<![\w+.,:/-])(\+ ?|00)[1-9]\d{0,2}([ .()/-]{0,3}\d){6,13}(?![\d%,])", RegexOptions.ExplicitCapture, Blanks.Patience)]
    private static partial Regex International();

    /// <summary>"020 7946 0958", "(0113) 496 0000", "07700 900123", "030/901820".</summary>
    [GeneratedRegex(@"(?<![\w+.,:/-])\(?0[1-9]\d{1,3}\)?[ /-]{0,2}\d{2,6}([ -]?\d{2,6}){0,3}(?![\d%:/]|\.\d)", RegexOptions.ExplicitCapture, Blanks.Patience)]
    private static partial Regex National();

    /// <summary>"(202) 555-0143", "202-555-0143", "202.555.0143".</summary>
    [GeneratedRegex(@"(?<![\w+.,:/-])(\([2-9]\d{2}\) ?|[2-9]\d{2}[.-])\d{3}[ .-]\d{4}(?![\w.-]*\d)", RegexOptions.ExplicitCapture, Blanks.Patience)]
    private static partial Regex American();
}
