using Sessions.Scheduling;

namespace Sessions.Views;

/// <summary>A session as lists show it.</summary>
/// <param name="Address">Where it takes place in person; null for online or not said.</param>
/// <param name="Speakers">Those who are on the programme for certain, in its order.</param>
public sealed record ListedSession(
    Guid Id,
    string SeriesSlug,
    string SeriesName,
    int Hue,
    string Slug,
    int? Number,
    string? Title,
    string? Theme,
    SessionTime When,
    PlacesBand Band,
    bool IsCancelled,
    bool IsMoved,
    string? Address,
    bool HasRecording,
    bool HasResources,
    bool HasWriteUp,
    bool SpeakersOpen,
    IReadOnlyList<string> Speakers)
{
    public SessionKind Kind { get; init; }

    /// <summary>Of its longest recording that all may see; null where that is not known.</summary>
    public int? Seconds { get; init; }

    public string Path => $"/series/{SeriesSlug}/{Slug}";
}
