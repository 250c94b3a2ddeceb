using NodaTime;

namespace Sessions.Archive.Captions;

/// <summary>The captions of one recording in one language.</summary>
internal sealed class CaptionTrack
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid RecordingId { get; init; }

    public Recording? Recording { get; init; }

    /// <summary>See <see cref="CaptionLanguage"/>.</summary>
    public required string Language { get; init; }

    /// <summary>WebVTT as we write it, whatever was handed in.</summary>
    public required string Text { get; set; }

    /// <summary>How many cues.</summary>
    public required int Cues { get; set; }

    public required Instant UpdatedAt { get; set; }
}
