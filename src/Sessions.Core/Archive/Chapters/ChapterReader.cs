using System.Text;
using NodaTime;
using Sessions.Archive.Captions;

namespace Sessions.Archive.Chapters;

/// <summary>Chapters as people type them and as video sites list them: a time and a title on each line, the time in front or behind.</summary>
public static class ChapterReader
{
    public const int MostCharacters = 40_000, MostFaults = 50;

    private static readonly char[] Bullets = ['•', '*', '-', '–', '—', '·', '▶'];

    public static ReadChapters Read(string? text)
    {
        var (chapters, faults) = (new List<Chapter>(), new List<ChapterFault>());
        if (text?.Length > MostCharacters) return new([], [new(1, ChapterFaultKind.TooMany)]);
        foreach (var (n, raw) in (text ?? "").TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (faults.Count >= MostFaults) break;
            if (TypedText.Line(raw)?.TrimStart(Bullets).Trim() is not { Length: > 0 } line) continue;
            var (chapter, fault) = Read(line, chapters);
            if (fault is { } kind) faults.Add(new(n + 1, kind));
            else chapters.Add(chapter!);
        }

        return new(chapters, faults);
    }

    /// <summary>As it is kept, and as it comes back to whoever edits it.</summary>
    public static string Write(IEnumerable<Chapter> chapters) => string.Join('\n', chapters.Select(c => $"{Transcript.Moment(c.At)} {c.Title}"));

    /// <summary>For players: each lasts until the next, the last for as long as any recording.</summary>
    public static string WriteVtt(IReadOnlyList<Chapter> chapters)
    {
        var text = new StringBuilder("WEBVTT\n");
        foreach (var (n, chapter) in chapters.Index())
        {
            var to = n + 1 < chapters.Count ? chapters[n + 1].At : chapter.At + Duration.FromHours(24);
            text.Append('\n').Append(CueTime.Write(chapter.At)).Append(" --> ").Append(CueTime.Write(to)).Append('\n').Append(WebVtt.Escape(chapter.Title)).Append('\n');
        }

        return text.ToString();
    }

    private static (Chapter? Chapter, ChapterFaultKind? Fault) Read(string line, List<Chapter> above)
    {
        if (TimedText.Head(line) is not { } head) return (null, ChapterFaultKind.TimeMissing);
        var at = Duration.FromSeconds(Math.Floor(head.From.TotalSeconds));
        if ((head.Words.Length > 0 ? head.Words : head.Speaker)?.TrimStart(Bullets).Trim() is not { Length: > 0 } title) return (null, ChapterFaultKind.TitleMissing);
        if (title.Length > Chapter.LongestTitle) return (null, ChapterFaultKind.TooLong);
        if (above is [.., var last] && at <= last.At) return (null, ChapterFaultKind.OutOfOrder);
        return above.Count == Chapter.Most ? (null, ChapterFaultKind.TooMany) : (new(at, title), null);
    }
}
