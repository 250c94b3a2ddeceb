using NodaTime;

namespace Sessions.Scheduling;

/// <summary>A saved change that can be taken back for a minute: what was there before, and what it became.</summary>
internal sealed class UndoStep
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid SeriesId { get; init; }

    /// <summary>Who made the change, and alone may take it back.</summary>
    public required Guid PersonId { get; init; }

    public required Instant At { get; init; }

    /// <summary>What was done, as the history has it.</summary>
    public required string What { get; init; }

    /// <summary>JSON, written and read by one room.</summary>
    public required string Before { get; init; }

    public Instant? UndoneAt { get; set; }

    public bool IsOpen(Instant now) => UndoneAt is null && now < At + Undoing.OpenFor;
}
