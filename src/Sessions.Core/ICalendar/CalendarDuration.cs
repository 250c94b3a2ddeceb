using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Sessions.ICalendar;

/// <summary>DURATION (RFC 5545 3.3.6): days are those of the calendar, the rest is elapsed time.</summary>
public sealed partial record CalendarDuration(int Days, Duration Time)
{
    /// <summary>Null for what is none, is negative or is longer than some years.</summary>
    public static CalendarDuration? Parse(string text)
    {
        var match = Written().Match(text.Trim());
        if (!match.Success) return null;
        int Of(string name) => match.Groups[name] is { Success: true, Value: var digits } ? int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        return new(Of("w") * 7 + Of("d"), Duration.FromHours(Of("h")) + Duration.FromMinutes(Of("m")) + Duration.FromSeconds(Of("s")));
    }

    [GeneratedRegex(@"^\+?P((?<w>[0-9]{1,3})W)?((?<d>[0-9]{1,4})D)?(T((?<h>[0-9]{1,4})H)?((?<m>[0-9]{1,6})M)?((?<s>[0-9]{1,6})S)?)?\z", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
