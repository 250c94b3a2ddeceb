using NodaTime;

namespace Sessions.Speakers;

public enum ConsentTo
{
    /// <summary>To be recorded, and kept in the archive.</summary>
    Record = 1,

    /// <summary>That what is handed in stands on the page.</summary>
    Publish = 2,
}

/// <summary>Something a speaker agreed to, or took back. Rows are added and never changed: the last one of its kind holds.</summary>
internal sealed class Consent
{
    public const int LongestWording = 500;

    public const int LongestNote = 500;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid AppearanceId { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid PersonId { get; set; }

    public required ConsentTo To { get; init; }

    /// <summary>The one file or link it is about; null is all of them, also those handed in later.</summary>
    public Guid? ItemId { get; init; }

    /// <summary>Counts within its appearance, from 1: two of one moment have an order too.</summary>
    public required int Number { get; init; }

    public required bool IsGiven { get; init; }

    /// <summary>The sentence they agreed to, as it stood on the screen.</summary>
    public required string Wording { get; init; }

    public required Instant At { get; init; }

    /// <summary>The host who wrote down what they were told; null where it came through the speaker's own link.</summary>
    public Guid? ById { get; init; }

    /// <summary>How the host knows.</summary>
    public string? Note { get; init; }
}
