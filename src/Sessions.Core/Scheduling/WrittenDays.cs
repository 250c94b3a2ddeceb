using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Sessions.Scheduling;

/// <summary>Whole days at the start of a text, in forms that have one reading: 2-4 June 2027, 30 June to 2 July 2027, 2027-06-02/2027-06-04.</summary>
/// <param name="First">Null if there is no such day.</param>
/// <param name="HasYear">Without one nothing is guessed.</param>
internal sealed partial record WrittenDays(string Text, LocalDate? First, LocalDate? Last, bool HasYear)
{
    /// <summary>Null if the text does not start with two days of which the first one alone would not be a date.</summary>
    public static WrittenDays? Read(string text)
    {
        if (YearFirst().Match(text) is { Success: true } iso)
            return new(iso.Value, Day(iso, "y1", "m1", "d1"), Day(iso, "y2", "m2", "d2"), HasYear: true);
        if (Named().Match(text) is not { Success: true } named) return null;
        var (first, last) = (named.Groups["n1"], named.Groups["n2"]);
        if (WrittenDate.MonthOf(last.Value) == 0 || (first.Success && WrittenDate.MonthOf(first.Value) == 0)) return null;
        if (!named.Groups["y"].Success) return new(named.Value, null, null, HasYear: false);
        var (month, until, year) = (WrittenDate.MonthOf(first.Success ? first.Value : last.Value), WrittenDate.MonthOf(last.Value), Number(named, "y"));
        var from = named.Groups["y0"].Success ? Number(named, "y0") : month > until ? year - 1 : year;
        return new(named.Value, WrittenDate.At(from, month, Number(named, "d1")), WrittenDate.At(year, until, Number(named, "d2")), HasYear: true);
    }

    private static LocalDate? Day(Match match, string year, string month, string day) => WrittenDate.At(Number(match, year), Number(match, month), Number(match, day));

    private static int Number(Match match, string name) => int.Parse(match.Groups[name].Value, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<y1>[0-9]{4})-(?<m1>[0-9]{2})-(?<d1>[0-9]{2})\s*(/|-|–|—|\bto\b|\buntil\b)\s*(?<y2>[0-9]{4})-(?<m2>[0-9]{2})-(?<d2>[0-9]{2})(?![0-9A-Za-z:])", RegexOptions.ExplicitCapture)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(?<d1>[0-9]{1,2})(st|nd|rd|th)?(\s+(?<n1>[A-Za-z]{3,9})(\s+(?<y0>20[0-9]{2}))?)?\s*(-|–|—|\bto\b|\buntil\b)\s*(?<d2>[0-9]{1,2})(st|nd|rd|th)?\s+(?<n2>[A-Za-z]{3,9})(?![A-Za-z])\.?(,?\s+(?<y>20[0-9]{2})(?![0-9:]|\.[0-9]))?", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Named();
}
