using System.Globalization;
using Sessions.Files;

namespace Sessions.Archive.Media;

/// <summary>What came of a step: what is known of the file, what was made of it, or why not.</summary>
/// <param name="File">Lies in the store already.</param>
internal sealed record Made(MediaFacts? Facts = null, SavedFile? File = null, double? Length = null, MediaFault? Fault = null, string? Said = null);

/// <summary>Makes posters and audio versions out of files of the store. Knows no row.</summary>
internal sealed class MediaMaker(FileStore files, MediaOptions options, MediaTools tools)
{
    /// <summary>Bytes a second of the largest sound that is lifted out, with room to spare; and what any file may have beside it.</summary>
    private const long SoundBytes = 30_000, AnyBytes = 8L * 1024 * 1024;

    private const long MostPoster = 4L * 1024 * 1024;

    /// <summary>Of a file that does not say how long it is.</summary>
    private const double UnknownLength = 6 * 3600;

    /// <param name="percent">Is told how far it got.</param>
    public async Task<Made> Make(MediaStep step, Guid fileId, string mediaType, string name, Action<int> percent, CancellationToken stop)
    {
        if (files.Find(fileId) is not { } stored) return new(Fault: MediaFault.FileMissing);
        if (MediaArguments.Reader(mediaType) is not { } reader) return new(Fault: MediaFault.Unreadable);
        var looked = await Run(options.ForPoster, AnyBytes).Run(tools.Ffprobe, MediaArguments.Look(reader, stored.FullName), stop: stop);
        if (Fault(looked) is { } fault) return fault;
        if (MediaFacts.Read(looked.Output) is not { } facts) return new(Fault: MediaFault.Unreadable, Said: Words(looked.Said, stored));
        return step switch
        {
            MediaStep.Poster when facts.Picture is not null => await Poster(reader, facts, stored, stop),
            MediaStep.Audio when facts.HasSound => await Audio(reader, facts, stored, name, percent, stop),
            _ => new(facts),
        };

        Made? Fault(ToolOutcome outcome) => outcome.End == ToolEnd.Done ? null : Failed(outcome, stored);
    }

    private async Task<Made> Poster(string reader, MediaFacts facts, FileInfo stored, CancellationToken stop)
    {
        Made? failed = null;
        foreach (var thorough in new[] { false, true })
        {
            var made = await Write(facts, "poster.jpg", MostPoster, stored, (run, to) => run.Run(tools.Ffmpeg, MediaArguments.Poster(reader, facts, stored.FullName, to, thorough), to, stop: stop), options.ForPoster);
            if (made.File is not null || made.Fault is MediaFault.DiskFull) return made;
            if (made.Fault is not null) failed = made;
        }
        // All black, or a picture that can't be read: the second says so.
        return failed ?? new(facts);
    }

    private Task<Made> Audio(string reader, MediaFacts facts, FileInfo stored, string name, Action<int> percent, CancellationToken stop)
    {
        var most = (long)((facts.Length ?? UnknownLength) * SoundBytes) + AnyBytes;
        double reached = 0;
        return Write(facts, Path.ChangeExtension(name, "m4a"), most, stored, async (run, to) =>
        {
            // It ends at its own limit without a word; ours is one that it does not reach.
            var outcome = await run.Run(tools.Ffmpeg, MediaArguments.Audio(reader, facts, stored.FullName, to, most), to, Heard, stop);
            return outcome.End == ToolEnd.Done && new FileInfo(to) is { Exists: true } file && file.Length > most * 0.98 ? outcome with { End = ToolEnd.TooLarge } : outcome;
        }, options.ForAudio, () => reached);

        void Heard(string line)
        {
            if (!line.StartsWith("out_time_us=", StringComparison.Ordinal) || !long.TryParse(line["out_time_us=".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var us)) return;
            reached = us / 1e6;
            if (facts.Length is { } length) percent((int)Math.Clamp(reached / length * 100, 0, 99));
        }
    }

    private async Task<Made> Write(MediaFacts facts, string name, long most, FileInfo stored, Func<ToolRun, string, Task<ToolOutcome>> run, TimeSpan time, Func<double>? length = null)
    {
        if (files.Free - options.Reserve < most) return new(Fault: MediaFault.DiskFull);
        var id = Guid.CreateVersion7();
        var to = files.Unfinished(id);
        try
        {
            var outcome = await run(Run(time, most + AnyBytes), to);
            if (outcome.End != ToolEnd.Done) return Failed(outcome, stored);
            if (new FileInfo(to) is not { Exists: true, Length: > 0 }) return new(facts);
            var kept = await files.Keep(id, name);
            return kept.Ok ? new(facts, kept.Value, length?.Invoke()) : new(Fault: MediaFault.Unreadable);
        }
        catch (IOException fault) when (UploadDisk.IsFull(fault))
        {
            return new(Fault: MediaFault.DiskFull);
        }
        finally
        {
            File.Delete(to);
        }
    }

    private ToolRun Run(TimeSpan time, long output) => new(tools.Before, new(time, options.Memory, output));

    private static Made Failed(ToolOutcome outcome, FileInfo stored) => new(Fault: outcome.End switch
    {
        ToolEnd.TookTooLong => MediaFault.TookTooLong,
        ToolEnd.TooMuchMemory => MediaFault.TooMuchMemory,
        ToolEnd.TooLarge => MediaFault.TooLarge,
        ToolEnd.DiskFull => MediaFault.DiskFull,
        _ => MediaFault.Unreadable,
    }, Said: Words(outcome.Said, stored));

    /// <summary>The first line of what the tool complained about, without our folders and without the number of its part.</summary>
    private static string? Words(string said, FileInfo stored)
    {
        var first = said.Replace($"file:{stored.FullName}: ", "", StringComparison.Ordinal).Replace(stored.DirectoryName!, "", StringComparison.Ordinal)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault();
        if (first is ['[', ..] && first.IndexOf("] ", StringComparison.Ordinal) is > 0 and var end) first = first[(end + 2)..];
        return TypedText.Line(first) is { } line ? TypedText.Cut(line, MediaWork.LongestSaid) : null;
    }
}
