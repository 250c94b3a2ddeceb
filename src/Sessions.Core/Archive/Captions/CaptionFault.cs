namespace Sessions.Archive.Captions;

public enum CaptionFaultKind
{
    /// <summary>Neither WebVTT nor SRT nor text with times.</summary>
    NotCaptions = 1,

    /// <summary>There should be a time, and none can be read.</summary>
    TimeUnreadable = 2,

    /// <summary>Something is said with no time above it.</summary>
    TimeMissing = 3,

    EndsBeforeItBegins = 4,

    /// <summary>It begins before the one above it.</summary>
    OutOfOrder = 5,

    /// <summary>A time with nothing said.</summary>
    NothingSaid = 6,

    /// <summary>A cue of more than <see cref="CaptionReader.LongestText"/> characters.</summary>
    TooLong = 7,

    /// <summary>A file of more than <see cref="CaptionReader.MostCharacters"/> or <see cref="CaptionReader.MostCues"/>.</summary>
    TooMuch = 8,
}

/// <param name="Line">From 1, as an editor counts them.</param>
public sealed record CaptionFault(int Line, CaptionFaultKind Kind);
