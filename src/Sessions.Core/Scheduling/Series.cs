using NodaTime;

namespace Sessions.Scheduling;

/// <summary>Meetings that belong together, and the plan they follow.</summary>
internal sealed class Series
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Part of public addresses; unique on the site, permanent.</summary>
    public required string Slug { get; init; }

    public required string Name { get; set; }

    public string? Hashtag { get; set; }

    public string? Aim { get; set; }

    /// <summary>IANA name.</summary>
    public required string Zone { get; set; }

    /// <summary>RRULE (RFC 5545 3.3.10), or null for plain dates.</summary>
    public string? Rule { get; set; }

    /// <summary>First day the rule counts from.</summary>
    public LocalDate? RuleFrom { get; set; }

    public LocalTime LocalStart { get; set; } = new(12, 0);

    public int DurationMinutes { get; set; } = 60;

    /// <summary>Places in each session; null is no limit.</summary>
    public int? Capacity { get; set; }

    public Venue Venue { get; set; } = Venue.Unknown;

    /// <summary>Hue in degrees of oklch, 0 to 359; the style sheet fixes lightness and chroma.</summary>
    public int Hue { get; set; } = 168;

    /// <summary>Figures the hosts published elsewhere: "label | figure | source", one a line.</summary>
    public string? Figures { get; set; }

    /// <summary>Loaded to be tried out, and labelled so.</summary>
    public bool IsSample { get; init; }

    public Instant? PublishedAt { get; set; }

    /// <summary>Rises with each change.</summary>
    public int Revision { get; private set; } = 1;

    public Instant CreatedAt { get; init; }
}
