using NodaTime;

namespace Sessions.Registrations;

public enum QuestionKind
{
    Short = 1,
    Long = 2,

    /// <summary>One of several options.</summary>
    Choice = 3,

    /// <summary>Any number of several options.</summary>
    Several = 4,

    YesNo = 5,

    /// <summary>A sentence that somebody agrees to or not; what it said and when stays with each answer.</summary>
    Consent = 6,
}

/// <summary>What the hosts want to know from those who signed up; asked after it, and never in its way.</summary>
internal sealed class Question
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid SeriesId { get; init; }

    /// <summary>Asked of the people of one session; null asks those of every session of the series.</summary>
    public Guid? SessionId { get; init; }

    public required QuestionKind Kind { get; set; }

    /// <summary>The question, or the sentence that is agreed to.</summary>
    public required string Text { get; set; }

    /// <summary>Of a choice, one a line.</summary>
    public string? Options { get; set; }

    /// <summary>Who answered it for one session of the series isn't asked again in the next.</summary>
    public bool IsOnce { get; set; }

    /// <summary>Among those of the series, or of the session; they stand in this order.</summary>
    public int Position { get; set; }

    public Instant CreatedAt { get; init; }

    /// <summary>Asked no more; its answers stay.</summary>
    public Instant? RemovedAt { get; set; }

    public IReadOnlyList<string> Choices => Options?.Split('\n') ?? [];
}
