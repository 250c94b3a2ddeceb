using NodaTime;

namespace Sessions.Scheduling;

public enum RunPhase
{
    /// <summary>No part has begun yet.</summary>
    Ahead = 1,
    On = 2,

    /// <summary>All its minutes are used up, and <see cref="RunSheet.OverAfter"/> more.</summary>
    Over = 3,
}

public enum RunState
{
    Done = 1,

    /// <summary>A later part began without it.</summary>
    Skipped = 2,
    On = 3,
    Next = 4,
    Ahead = 5,
}

/// <summary>A part of the hour, as it was planned and as it went.</summary>
public sealed record RunPart(RunningOrderKind Kind, int Minutes, string? Title = null, string? Person = null, Instant? BeganAt = null)
{
    /// <summary>How the person's name is spoken.</summary>
    public string? NameSaid { get; init; }

    public string? Pronouns { get; init; }

    /// <summary>What the room needs for them.</summary>
    public string? Needs { get; init; }
}

/// <param name="Position">From 0.</param>
/// <param name="Shifted">When it began, or will as things stand.</param>
public sealed record RunSheetLine(int Position, RunPart Part, RunState State, Instant Planned, Instant Shifted);

/// <summary>Where the hour stands: what is on, what is next, and how late it is. A part that began keeps its whole minutes; one that overruns pushes the rest.</summary>
/// <param name="Late">Of all that is still to come; below zero is early.</param>
/// <param name="Left">Of the part that is on, or until the first; below zero once its time is used up.</param>
/// <param name="End">Of the whole, as things stand.</param>
public sealed record RunSheet(RunPhase Phase, IReadOnlyList<RunSheetLine> Lines, Duration Late, Duration Left, Instant Start, Instant End)
{
    public static readonly Duration OverAfter = Duration.FromMinutes(30);

    public RunSheetLine? On => Lines.FirstOrDefault(line => line.State == RunState.On);

    public RunSheetLine? Next => Lines.FirstOrDefault(line => line.State == RunState.Next);

    /// <summary>Whole minutes; a begun one does not count yet.</summary>
    public int LateMinutes => (int)Late.TotalMinutes;

    /// <param name="start">Of the session.</param>
    public static RunSheet Of(Instant start, IReadOnlyList<RunPart> parts, Instant now)
    {
        var starts = RunningOrderRules.Starts(parts.Select(p => p.Minutes).Append(0)).Select(minutes => start + Duration.FromMinutes(minutes)).ToList();
        var on = parts.Index().LastOrDefault(p => p.Item.BeganAt is not null, (-1, null!)).Index;
        var used = on < 0 ? start : parts[on].BeganAt!.Value + Duration.FromMinutes(parts[on].Minutes);
        var late = Instant.Max(used, now) - starts[on + 1];
        var isOver = now >= used + (starts[^1] - starts[on + 1]) + OverAfter;
        return new(isOver ? RunPhase.Over : on < 0 ? RunPhase.Ahead : RunPhase.On,
            [.. parts.Select((part, at) => new RunSheetLine(at, part, State(part, at, on), starts[at], part.BeganAt ?? (at < on ? starts[at] : starts[at] + late)))],
            late, used - now, start, starts[^1] + late);
    }

    private static RunState State(RunPart part, int at, int on) => (at - on) switch
    {
        0 => RunState.On,
        1 => RunState.Next,
        > 1 => RunState.Ahead,
        _ => part.BeganAt is null ? RunState.Skipped : RunState.Done,
    };
}
