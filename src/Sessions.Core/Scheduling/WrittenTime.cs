using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Sessions.Scheduling;

/// <summary>A time of day, or a span of two, at the start of a text: 19:00, 7pm, 7.30 pm, 12:00-13:00, 7-8 pm, noon; 1900 when it stands alone.</summary>
/// <param name="Start">Null if it is written like a time but there is none such (25:00).</param>
internal sealed partial record WrittenTime(string Text, int Length, LocalTime? Start, LocalTime? End, string? ZoneText)
{
    /// <summary>Null if the text does not start with a time.</summary>
    public static WrittenTime? Read(string text)
    {
        if (Alone().Match(text) is { Success: true } alone) return From(alone);
        var match = Leading().Match(text);
        if (!match.Success) return null;
        // A bare "12" or "7-8" could start any title: minutes or am/pm must stand somewhere.
        var sure = match.Groups["m"].Success || match.Groups["ap"].Success || match.Groups["m2"].Success || match.Groups["ap2"].Success || match.Groups["noon"].Success;
        if (!sure) return null;
        var time = From(match);
        return time.Start is null && !match.Value.Contains(':', StringComparison.Ordinal) ? null : time;
    }

    private static WrittenTime From(Match match)
    {
        var groups = match.Groups;
        var start = groups["noon"].Success ? LocalTime.Noon : At(groups["h"], groups["m"], groups["ap"].Success ? groups["ap"] : groups["ap2"]);
        var end = groups["h2"].Success ? At(groups["h2"], groups["m2"], groups["ap2"]) : null;
        // 11-1 pm: the start takes the end's half of the day only if it then comes before the end.
        if (!groups["ap"].Success && groups["ap2"].Success && start > end) start = At(groups["h"], groups["m"], groups["ap"]);
        var broken = start is null || (groups["h2"].Success && (end is null || end == start));
        var zone = groups["zone"].Success ? groups["zone"].Value : null;
        return new(match.Value.Trim(), match.Length, broken ? null : start, broken ? null : end, zone);
    }

    private static LocalTime? At(Group hour, Group minute, Group half)
    {
        var h = int.Parse(hour.Value, NumberStyles.None, CultureInfo.InvariantCulture);
        var m = minute.Success ? int.Parse(minute.Value, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        if (half.Success && h <= 12)
        {
            if (h == 0) return null;
            h = (h % 12) + (half.Value[0] is 'p' or 'P' ? 12 : 0);
        }
        return h < 24 && m < 60 ? new LocalTime(h, m) : null;
    }

    [GeneratedRegex(@"^\s*(?<h>[0-9]{2})(?<m>[0-9]{2})(\s*[-–]\s*(?<h2>[0-9]{2})(?<m2>[0-9]{2}))?\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Alone();

    [GeneratedRegex(@"^\s*((?<noon>noon|midday)|(?<h>[0-9]{1,2})([:.h](?<m>[0-9]{2})(:[0-9]{2})?|h)?\s*(?<ap>[ap]\.?m\b\.?)?(\s*(-|–|—|\bto\b|\buntil\b)\s*(?<h2>[0-9]{1,2})([:.h](?<m2>[0-9]{2})(:[0-9]{2})?|h)?\s*(?<ap2>[ap]\.?m\b\.?)?)?)(\s*\(?(?<zone>UTC|GMT|BST|IST|WET|WEST|CET|CEST|EET|EEST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|Z|(Europe|America|Asia|Africa|Australia|Atlantic|Pacific|Indian|Antarctica)/[A-Za-z_]+(/[A-Za-z_]+)?)\b\)?)?(?![0-9A-Za-z:/])", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Leading();
}
