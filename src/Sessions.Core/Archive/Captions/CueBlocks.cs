using NodaTime;

namespace Sessions.Archive.Captions;

/// <summary>WebVTT and SubRip: blocks with an empty line between, each with a line of two times and an arrow.</summary>
internal static class CueBlocks
{
    private const string Arrow = "-->";
    private static readonly string[] NoCues = ["NOTE", "STYLE", "REGION"];

    public static void Read(string[] lines, CaptionFormat format, CueSheet sheet)
    {
        // The first block of WebVTT is its head, unless cues follow it without an empty line.
        var at = format == CaptionFormat.WebVtt ? 1 : 0;
        for (var isHead = format == CaptionFormat.WebVtt; at < lines.Length && !sheet.IsFull; isHead = false)
        {
            while (at < lines.Length && IsEmpty(lines[at])) (at, isHead) = (at + 1, false);
            var end = at;
            while (end < lines.Length && !IsEmpty(lines[end])) end++;
            if (end > at) Block(lines, at, end, format, isHead, sheet);
            at = end;
        }
    }

    private static void Block(string[] lines, int from, int end, CaptionFormat format, bool isHead, CueSheet sheet)
    {
        if (format == CaptionFormat.WebVtt && NoCues.Any(word => lines[from] == word || lines[from].StartsWith(word + " ", StringComparison.Ordinal))) return;
        // Files without empty lines between their cues exist: each line of times begins another.
        var times = Enumerable.Range(from, end - from).Where(n => lines[n].Contains(Arrow, StringComparison.Ordinal)).ToList();
        if (times.Count == 0)
        {
            if (!isHead && !IsNumber(lines[from..end])) sheet.Fault(from + 1, CaptionFaultKind.TimeMissing);
            return;
        }

        for (var n = 0; n < times.Count; n++)
        {
            var next = n + 1 < times.Count ? times[n + 1] : end;
            // The number above the next one's times.
            if (n + 1 < times.Count && next - 1 > times[n] && IsNumber(lines[(next - 1)..next])) next--;
            Cue(lines, times[n], next, sheet);
        }
    }

    private static void Cue(string[] lines, int times, int end, CueSheet sheet)
    {
        if (Times(lines[times]) is not var (from, to))
        {
            sheet.Fault(times + 1, CaptionFaultKind.TimeUnreadable);
            return;
        }

        var (speaker, text) = CueText.Read(lines[(times + 1)..end]);
        sheet.Add(times + 1, from, to, speaker, text);
    }

    /// <summary>What stands behind the second time says where the words are shown.</summary>
    private static (Duration From, Duration To)? Times(string line)
    {
        var parts = line.Split(Arrow, 2);
        return CueTime.Read(parts[0]) is { } from && CueTime.Read(parts[1].Trim().Split(' ', '\t')[0]) is { } to ? (from, to) : null;
    }

    private static bool IsNumber(string[] lines) => lines is [var one] && one.Trim() is { Length: > 0 and < 10 } number && number.All(char.IsAsciiDigit);

    private static bool IsEmpty(string line) => string.IsNullOrWhiteSpace(line);
}
