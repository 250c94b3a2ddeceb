using NodaTime;

namespace Sessions.Scheduling;

public enum PartnerKind
{
    Partner = 1,
    Sponsor = 2,
}

/// <summary>Who helped a series, with what, and from when to when: the page of an old session names those of its own day.</summary>
internal sealed class Partner
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid SeriesId { get; init; }

    public required PartnerKind Kind { get; set; }

    public required string Name { get; set; }

    public string? Url { get; set; }

    /// <summary>"The room", "Captions": what for.</summary>
    public string? What { get; set; }

    /// <summary>First day; null is from the start.</summary>
    public LocalDate? From { get; set; }

    /// <summary>Last day; null is until further notice.</summary>
    public LocalDate? To { get; set; }

    public Instant CreatedAt { get; init; }

    /// <param name="from">First day; null is from the start.</param>
    /// <param name="to">Last day; null is until further notice.</param>
    public static bool Covers(LocalDate? from, LocalDate? to, LocalDate day) => !(from > day) && !(to < day);
}
