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

    /// <summary>RDATE: days beside the rule, at the same hour.</summary>
    public DateList ExtraDates { get; set; } = DateList.None;

    /// <summary>EXDATE: days of the rule on which nothing takes place.</summary>
    public DateList SkippedDates { get; set; } = DateList.None;

    /// <summary>Whose public holidays are warned of, as "GB-SCT" (ISO 3166); null is none.</summary>
    public string? Region { get; set; }

    public LocalTime LocalStart { get; set; } = new(12, 0);

    public int DurationMinutes { get; set; } = 60;

    /// <summary>Places in each session; null is no limit.</summary>
    public int? Capacity { get; set; }

    public Venue Venue { get; set; } = Venue.Unknown;

    public SignUpTerms Terms { get; set; } = new();

    public SpeakerDues Dues { get; set; } = new();

    /// <summary>Hue in degrees of oklch, 0 to 359; the style sheet fixes lightness and chroma.</summary>
    public int Hue { get; set; } = 168;

    /// <summary>Figures the hosts published elsewhere: "label | figure | source", one a line.</summary>
    public string? Figures { get; set; }

    /// <summary>No new dates until it is resumed.</summary>
    public Instant? PausedAt { get; private set; }

    /// <summary>No new dates any more.</summary>
    public Instant? EndedAt { get; private set; }

    /// <summary>Stands on its page while it is paused or ended.</summary>
    public string? StateNote { get; private set; }

    /// <summary>Loaded to be tried out, and labelled so.</summary>
    public bool IsSample { get; init; }

    public Instant? PublishedAt { get; set; }

    /// <summary>Rises with each change.</summary>
    public int Revision { get; private set; } = 1;

    public Instant CreatedAt { get; init; }

    public SeriesStateKind State => EndedAt is not null ? SeriesStateKind.Ended : PausedAt is not null ? SeriesStateKind.Paused : SeriesStateKind.Running;

    public void Pause(string? note, Instant now) => (PausedAt, EndedAt, StateNote) = (now, null, note);

    public void End(string? note, Instant now) => (PausedAt, EndedAt, StateNote) = (null, now, note);

    /// <summary>Takes back a change; what was changed once more since then stays.</summary>
    public void GoBack(SeriesImage before, SeriesImage after)
    {
        if (SeriesImage.Of(this) != after) return;
        SeriesRules.Apply(before.Form, this);
        (PausedAt, EndedAt, StateNote) = (before.PausedAt, before.EndedAt, before.StateNote);
    }

    public void Resume() => (PausedAt, EndedAt, StateNote) = (null, null, null);
}
