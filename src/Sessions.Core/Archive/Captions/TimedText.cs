using System.Text.RegularExpressions;
using NodaTime;

namespace Sessions.Archive.Captions;

/// <summary>
/// Text with times: a time in front of the words or alone above them, in brackets or not, with the speaker before or behind it. Each
/// lasts until the next begins.
/// </summary>
internal static partial class TimedText
{
    /// <summary>Of the last one, and at most where a pause follows.</summary>
    private static readonly Duration Usual = Duration.FromSeconds(5), Longest = Duration.FromSeconds(30);

    private sealed record Heard(int Line, Duration From, string? Speaker, List<string> Words);

    public static void Read(string[] lines, CueSheet sheet)
    {
        Heard? last = null;
        for (var n = 0; n < lines.Length && !sheet.IsFull; n++)
        {
            var line = lines[n].Trim();
            if (line.Length == 0) continue;
            if (Head(line) is { } head)
            {
                if (last is not null) Keep(last, head.From, sheet);
                last = new(n + 1, head.From, head.Speaker, head.Words.Length > 0 ? [head.Words] : []);
            }
            else if (LooksLikeTime().IsMatch(line)) sheet.Fault(n + 1, CaptionFaultKind.TimeUnreadable);
            else if (last is null) sheet.Fault(n + 1, CaptionFaultKind.TimeMissing);
            else last.Words.Add(line);
        }

        if (last is not null) Keep(last, last.From + Usual, sheet);
    }

    /// <summary>Null for a line without a time at one of its ends.</summary>
    public static (Duration From, string? Speaker, string Words)? Head(string line)
    {
        if (InFront().Match(line) is { Success: true } front && CueTime.Read(front.Groups["time"].ValueSpan) is { } from) return (from, null, line[front.Length..].Trim());
        return Behind().Match(line) is { Success: true } behind && CueTime.Read(behind.Groups["time"].ValueSpan) is { } at ? (at, behind.Groups["name"].Value.Trim(), "") : null;
    }

    private static void Keep(Heard heard, Duration next, CueSheet sheet)
    {
        var (speaker, text) = CueText.Read(heard.Words);
        // Where the next begins earlier, the order is at fault and not this one's end.
        var to = next <= heard.From ? heard.From + Usual : Duration.Min(next, heard.From + Longest);
        sheet.Add(heard.Line, heard.From, to, speaker ?? heard.Speaker, text);
    }

    [GeneratedRegex(@"^\s*[\[(]?(?<time>(?:[0-9]{1,3}:)?[0-9]{1,3}:[0-9]{2}(?:[.,][0-9]{1,3})?)[\])]?(?:\s*[-–—]\s*|\s*:\s+|\s+|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InFront();

    [GeneratedRegex(@"^\s*(?<name>\p{L}[^:\[\]()]{0,80}?)\s+[\[(]?(?<time>(?:[0-9]{1,3}:)?[0-9]{1,3}:[0-9]{2}(?:[.,][0-9]{1,3})?)[\])]?\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Behind();

    [GeneratedRegex(@"^[\[(]?[0-9]{1,3}:[0-9:.,]+[\])]?(\s|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LooksLikeTime();
}
