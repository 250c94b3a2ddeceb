using NodaTime;

namespace Sessions.Scheduling;

/// <summary>A few minutes of the hour: of one session, or of the template that a series gives its new sessions.</summary>
internal sealed class RunningOrderItem
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid SeriesId { get; init; }

    /// <summary>Null is the series' template.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>From 0, without gaps.</summary>
    public required int Position { get; init; }

    public required RunningOrderKind Kind { get; init; }

    public required int Minutes { get; init; }

    public string? Title { get; init; }

    /// <summary>Whose minutes these are; never set in a template.</summary>
    public Guid? AppearanceId { get; init; }

    /// <summary>When a host said that it is on; never set in a template.</summary>
    public Instant? BeganAt { get; set; }
}
