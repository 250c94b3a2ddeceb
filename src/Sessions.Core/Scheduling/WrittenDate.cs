using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Sessions.Scheduling;

/// <summary>A date at the start of a text, as people write it. English month and weekday names.</summary>
internal sealed partial record WrittenDate(string Text, int Length, int? Year, int Month, int Day)
{
    public string? WeekdayText { get; private init; }

    public IsoDayOfWeek Weekday { get; private init; }

    /// <summary>True if day and month could be exchanged: both at most 12 and different.</summary>
    public bool Ambiguous { get; private init; }

    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>Null if the text does not start with something that is meant as a date; the day itself may not exist.</summary>
    public static WrittenDate? Read(string text)
    {
        var lead = WeekdayLead().Match(text);
        var weekday = lead.Success ? WeekdayOf(lead.Groups["name"].Value) : IsoDayOfWeek.None;
        var from = weekday == IsoDayOfWeek.None ? Spaces(text) : lead.Length;
        var rest = text[from..];
        var date = Read(rest, YearFirst()) ?? Read(rest, Numeric()) ?? Read(rest, DayMonth()) ?? Read(rest, MonthDay());
        if (date is null) return null;
        return weekday == IsoDayOfWeek.None
            ? date with { Length = date.Length + from }
            : date with { Length = date.Length + from, Weekday = weekday, WeekdayText = lead.Groups["name"].Value };
    }

    /// <summary>The day meant: without a year the next one after <paramref name="today"/>; null if there is no such day.</summary>
    public LocalDate? On(LocalDate today)
    {
        if (Year is { } year) return At(year, Month, Day);
        // Nine years always hold a 29 February, also around 2100.
        for (var y = today.Year; y <= today.Year + 8; y++)
            if (At(y, Month, Day) is { } date && date > today) return date;
        return null;
    }

    public WrittenDate Exchanged() => this with { Month = Day, Day = Month };

    public static IsoDayOfWeek WeekdayOf(string text)
    {
        for (var day = IsoDayOfWeek.Monday; day <= IsoDayOfWeek.Sunday; day++)
            if (text.Length >= 3 && day.ToString().StartsWith(text, StringComparison.OrdinalIgnoreCase)) return day;
        return text.ToUpperInvariant() switch { "THURS" or "THUR" => IsoDayOfWeek.Thursday, "WEDS" => IsoDayOfWeek.Wednesday, _ => IsoDayOfWeek.None };
    }

    private static WrittenDate? Read(string text, Regex form)
    {
        var match = form.Match(text);
        if (!match.Success) return null;
        int? year = match.Groups["y"] is { Success: true } y ? Number(y) + (y.Length == 2 ? 2000 : 0) : null;
        if (match.Groups["a"].Success) return FromNumbers(match, year);
        var month = match.Groups["m"].Success ? Number(match.Groups["m"]) : MonthOf(match.Groups["name"].Value);
        return month == 0 && match.Groups["name"].Success ? null : new(match.Value, match.Length, year, month, Number(match.Groups["d"]));
    }

    private static WrittenDate FromNumbers(Match match, int? year)
    {
        var (a, b) = (Number(match.Groups["a"]), Number(match.Groups["b"]));
        var monthFirst = b > 12 && a <= 12;
        return new(match.Value, match.Length, year, monthFirst ? a : b, monthFirst ? b : a)
        {
            Ambiguous = a != b && a is >= 1 and <= 12 && b is >= 1 and <= 12,
        };
    }

    /// <summary>0 for no month.</summary>
    public static int MonthOf(string name) =>
        name.Equals("sept", StringComparison.OrdinalIgnoreCase) ? 9
        : 1 + Array.FindIndex(Months, m => name.Length >= 3 && m.StartsWith(name, StringComparison.OrdinalIgnoreCase));

    public static LocalDate? At(int year, int month, int day) =>
        year is >= 1 and <= SessionClock.LastYear && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day) : null;

    private static int Number(Group group) => int.Parse(group.Value, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int Spaces(string text) => text.Length - text.TrimStart().Length;

    [GeneratedRegex(@"^\s*(?<name>[A-Za-z]{3,9})\.?[\s,]+", RegexOptions.ExplicitCapture)]
    private static partial Regex WeekdayLead();

    [GeneratedRegex(@"^(?<y>[0-9]{4})([-/.]|\s)(?<m>[0-9]{1,2})([-/.]|\s)(?<d>[0-9]{1,2})(?![0-9])", RegexOptions.ExplicitCapture)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(?<a>[0-9]{1,2})\s?(?<sep>[-/.])\s?(?<b>[0-9]{1,2})(\s?\k<sep>\s?(?<y>[0-9]{4}|[0-9]{2})|\.)?(?![0-9:]|\.[0-9])", RegexOptions.ExplicitCapture)]
    private static partial Regex Numeric();

    // 7 Dec 1900 is an hour, 7 Dec 2026 a year; after a comma only 2010 to 2049 are years.
    [GeneratedRegex(@"^(?<d>[0-9]{1,2})(st|nd|rd|th)?\.?[\s-]*(of\s+)?(?<name>[A-Za-z]{3,9})(?![A-Za-z])\.?(([\s-]+(?<y>20[0-9]{2})|\s*,\s*(?<y>20[1-4][0-9]))(?![0-9]|[:.][0-9]))?", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex DayMonth();

    [GeneratedRegex(@"^(?<name>[A-Za-z]{3,9})\.?[\s-]*(?<d>[0-9]{1,2})(st|nd|rd|th)?(?![0-9A-Za-z:])(([\s-]+(?<y>20[0-9]{2})|\s*,\s*(?<y>20[1-4][0-9]))(?![0-9]|[:.][0-9]))?", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex MonthDay();
}
