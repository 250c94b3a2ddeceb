using NodaTime;
using Sessions.Scheduling;

namespace Sessions.Archive.Chapters;

/// <summary>Where the parts of an hour begin in its recording, taken to begin with the first of them.</summary>
public static class ChaptersOfHour
{
    /// <summary>As it was where somebody ran the hour by its sheet: parts that nobody began are left out. As planned otherwise.</summary>
    public static IReadOnlyList<(Duration At, RunPart Part)> Of(IReadOnlyList<RunPart> parts)
    {
        var begun = parts.Where(p => p.BeganAt is not null).OrderBy(p => p.BeganAt).ToList();
        if (begun.Count == 0) return [.. RunningOrderRules.Starts(parts.Select(p => p.Minutes)).Zip(parts, (at, part) => (Duration.FromMinutes(at), part))];
        return [.. begun.Select(p => (p.BeganAt!.Value - begun[0].BeganAt!.Value, p))];
    }
}
