using System.Text.RegularExpressions;

namespace Sessions.Archive.Warnings;

/// <summary>Numbers that look like a telephone's and are something else.</summary>
internal static partial class HarmlessNumbers
{
    public static void Blank(char[] left)
    {
        foreach (var pattern in (Regex[])[Named(), Doi(), Orcid(), Dates(), Money(), Coordinates(), Versions(), GridReferences(), Hex()]) Blanks.Blank(left, pattern);
    }

    /// <summary>A number that its own word explains.</summary>
    [GeneratedRegex(@"\b(isbn|issn|isin|iban|doi|orcid|pmid|pmcid|uprn|usrn|urn|grant|charity|company|vat|invoice|order|issue|ticket|case|ref(erence)?|account|version|commit|serial|nhs|accession|dataset|table|catalogue)\.?([ -]?(1[03]))?[ -]?(number|no\.?|nr\.?|id|ref(erence)?)?[ :#]{0,3}[A-Z]{0,4}[ -]?\d[\d Xx/.-]{3,40}",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Blanks.Patience)]
    private static partial Regex Named();

    [GeneratedRegex(@"\b10\.\d{4,9}/\S{1,200}", RegexOptions.ExplicitCapture, Blanks.Patience)]
    private static partial Regex Doi();

    /// <summary>Four groups of four; so is the number of a bank card, which no text here should hold either way.</summary>
    [GeneratedRegex(@"\b\d{4}-\d{4}-\d{4}-\d{3}[\dXx]\b", RegexOptions.ExplicitCapture, Blanks.Patience)]
    private static partial Regex Orcid();

    /// <summary>Days, years and hours, alone and from one to another.</summary>
    [GeneratedRegex(@"\b\d{4}-\d{2}-\d{2}([T ]\d{2}:?\d{2}(:?\d{2}(\.\d{1,9})?)?)?(Z|[+-]\d{2}:?\d{2})?|\b\d{8}T\d{4,6}Z?\b|\b\d{1,2}[/.-]\d{1,2}[/.-](\d{4}|\d{2})\b|\b(19|20)\d\d ?[-–/] ?(19|20)?\d\d\b(?![ -]?\d)|\b\d{1,2}[:.]\d{2}( ?[-–] ?\d{1,2}[:.]\d{2})?\b(?! ?\d{3})|UTC ?[+-]\d{1,2}(:?\d{2})?|GMT ?[+-]\d{1,2}(:?\d{2})?",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Blanks.Patience)]
    private static partial Regex Dates();

    [GeneratedRegex(@"[£$€¥] ?\d[\d,. ]{0,30}(k|m|bn|million|billion)?|\b\d{1,3}([,.’']\d{3}){1,6}\b|\b(GBP|EUR|USD) ?\d[\d,. ]{0,30}", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Blanks.Patience)]
    private static partial Regex Money();

    [GeneratedRegex(@"[-+]?\d{1,3}\.\d{3,12}°?[NS]?,? {0,2}[-+]?\d{1,3}\.\d{3,12}°?[EW]?", RegexOptions.ExplicitCapture, Blanks.Patience)]
    private static partial Regex Coordinates();

    [GeneratedRegex(@"\bv?\d{1,5}(\.\d{1,6}){2,5}([-+][\w.]{1,40})?\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Blanks.Patience)]
    private static partial Regex Versions();

    /// <summary>"TQ 30080 80480"</summary>
    [GeneratedRegex(@"\b[A-Z]{2} ?\d{2,5} ?\d{2,5}\b", RegexOptions.ExplicitCapture, Blanks.Patience)]
    private static partial Regex GridReferences();

    /// <summary>Of commits and files: digits with letters among them.</summary>
    [GeneratedRegex(@"\b(?=[0-9a-f]{0,63}[a-f])(?=[a-f]{0,63}[0-9])[0-9a-f]{7,64}\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Blanks.Patience)]
    private static partial Regex Hex();
}
