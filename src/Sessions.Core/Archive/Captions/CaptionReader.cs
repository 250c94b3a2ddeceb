using Sessions.Scheduling.Sheets;

namespace Sessions.Archive.Captions;

public enum CaptionFormat
{
    WebVtt = 1,
    Srt = 2,

    /// <summary>Lines with a time in front or above, as meeting programs and people write them.</summary>
    TimedText = 3,
}

/// <param name="Format">Null where it is none.</param>
/// <param name="Cues">What could be read, in the file's order.</param>
/// <param name="Faults">Empty for a file that may be taken as it is.</param>
public sealed record ReadCaptions(CaptionFormat? Format, IReadOnlyList<Cue> Cues, IReadOnlyList<CaptionFault> Faults);

/// <summary>
/// Reads captions of strangers: WebVTT (W3C), SubRip, or text with times. Never throws; what can't be taken is named with its line, so that
/// whoever made the file finds it.
/// </summary>
public static class CaptionReader
{
    public const int MostCharacters = 4 * 1024 * 1024, MostCues = 40_000, LongestText = 2_000, MostFaults = 50;

    /// <summary>Of a file, in octets.</summary>
    public const int MostBytes = 2 * MostCharacters;

    private const string Arrow = "-->";

    /// <summary>A file as it came: UTF-8, or UTF-16 as some programs write.</summary>
    public static ReadCaptions Read(ReadOnlySpan<byte> file) => SheetText.Of(file) is { } text ? Read(text) : new(null, [], [new(1, CaptionFaultKind.NotCaptions)]);

    public static ReadCaptions Read(string text)
    {
        if (text.Length > MostCharacters) return new(null, [], [new(1, CaptionFaultKind.TooMuch)]);
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        if (FormatOf(lines) is not { } format) return new(null, [], [new(1, CaptionFaultKind.NotCaptions)]);
        var sheet = new CueSheet();
        if (format == CaptionFormat.TimedText) TimedText.Read(lines, sheet);
        else CueBlocks.Read(lines, format, sheet);
        return new(format, sheet.Cues, sheet.Faults);
    }

    private static CaptionFormat? FormatOf(string[] lines)
    {
        if (lines[0] is "WEBVTT" || lines[0].StartsWith("WEBVTT ", StringComparison.Ordinal) || lines[0].StartsWith("WEBVTT\t", StringComparison.Ordinal)) return CaptionFormat.WebVtt;
        if (lines.Any(line => line.Contains(Arrow, StringComparison.Ordinal))) return CaptionFormat.Srt;
        return lines.Any(line => TimedText.Head(line) is not null) ? CaptionFormat.TimedText : null;
    }
}
