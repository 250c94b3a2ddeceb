using NodaTime;

namespace Sessions.Scheduling;

/// <summary>What a host has typed on the planning screen and not saved yet.</summary>
internal sealed class PlanDraft
{
    public required Guid SeriesId { get; init; }

    public required Guid PersonId { get; init; }

    public required string Text { get; set; }

    public required Instant SavedAt { get; set; }
}
