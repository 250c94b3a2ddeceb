using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Sessions.Archive.Captions;

/// <summary>A moment of a recording as files write it: <c>1:02:03.500</c>, <c>02:03,5</c>, <c>75:10</c>.</summary>
internal static partial class CueTime
{
    /// <summary>Null where it is none; a thousand hours are none.</summary>
    public static Duration? Read(ReadOnlySpan<char> text)
    {
        var match = Written().Match(text.Trim().ToString());
        if (!match.Success) return null;
        var (hours, minutes, seconds) = (Number(match.Groups["h"]), Number(match.Groups["m"]), Number(match.Groups["s"]));
        if (seconds > 59 || (match.Groups["h"].Success && minutes > 59)) return null;
        var fraction = match.Groups["f"].Value.PadRight(3, '0');
        return Duration.FromHours(hours) + Duration.FromMinutes(minutes) + Duration.FromSeconds(seconds) + Duration.FromMilliseconds(int.Parse(fraction, CultureInfo.InvariantCulture));
    }

    /// <summary>As WebVTT wants it.</summary>
    public static string Write(Duration moment) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)moment.TotalHours:00}:{moment.Minutes:00}:{moment.Seconds:00}.{moment.Milliseconds:000}");

    private static int Number(Group group) => group.Success ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?:(?<h>[0-9]{1,3}):)?(?<m>[0-9]{1,3}):(?<s>[0-9]{1,2})(?:[.,](?<f>[0-9]{1,3}))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Written();
}
