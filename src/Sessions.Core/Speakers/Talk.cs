using NodaTime;

namespace Sessions.Speakers;

/// <summary>What a speaker hands in.</summary>
internal sealed class Talk
{
    public string? Title { get; set; }

    public string? Abstract { get; set; }

    /// <summary>SPDX identifier, or one of <see cref="Archive.Licences"/>; null is "not decided yet".</summary>
    public string? Licence { get; set; }

    /// <summary>"Record my talk and keep it in the archive"; null until said, withdrawn by unticking.</summary>
    public Instant? RecordingConsentAt { get; set; }

    /// <summary>"Publish what I hand in".</summary>
    public Instant? PublishConsentAt { get; set; }
}
