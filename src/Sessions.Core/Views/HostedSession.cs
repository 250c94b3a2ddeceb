using NodaTime;
using Sessions.Scheduling;

namespace Sessions.Views;

/// <summary>A session as its hosts see it in lists: what is there and what is missing.</summary>
/// <param name="HasWay">A room link, stream or address, its own or the series'.</param>
/// <param name="Speakers">On the programme: named, asked or accepted.</param>
/// <param name="Certain">Of these, named or accepted.</param>
/// <param name="Titles">Of the certain ones, those whose talk has a title, or who owe none.</param>
/// <param name="Slides">Of the certain ones, those who handed something in, or owe nothing.</param>
public sealed record HostedSession(
    Guid Id,
    Guid SeriesId,
    string SeriesSlug,
    string SeriesName,
    int Hue,
    bool IsSample,
    string Slug,
    int? Number,
    string? Title,
    string? Theme,
    SessionKind Kind,
    SessionTime When,
    bool IsPublished,
    bool IsCancelled,
    int Confirmed,
    int Waiting,
    int? Capacity,
    bool HasWay,
    bool SpeakersToBeConfirmed,
    int Speakers,
    int Certain,
    int Titles,
    int Slides,
    bool HasRecording,
    bool HasWriteUp)
{
    /// <summary>When a speaker took back the consent to publish something that was public; null where none did.</summary>
    public Instant? WithdrawnAt { get; init; }

    /// <summary>Of its speakers, those who would come on another day.</summary>
    public int OtherDates { get; init; }

    public string Path => $"/series/{SeriesSlug}/{Slug}";

    public string DeskPath => $"/host/sessions/{Id}";

    public bool IsOver(Instant now) => When.IsOver(now);
}
