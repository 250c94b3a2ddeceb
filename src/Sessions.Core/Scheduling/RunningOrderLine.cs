namespace Sessions.Scheduling;

/// <summary>A line of a running order as a host fills it in.</summary>
/// <param name="Title">Null shows what the kind is called, or the talk's title.</param>
/// <param name="AppearanceId">Somebody on this session's programme; a template names nobody.</param>
public sealed record RunningOrderLine(RunningOrderKind Kind, int Minutes, string? Title = null, Guid? AppearanceId = null);

/// <summary>Why a running order can't be saved as it stands.</summary>
public enum RunningOrderRefusal
{
    NotAllowed = 1,
    NotFound = 2,
    TooMany = 3,
    MinutesOutOfRange = 4,
    TitleTooLong = 5,
    KindUnknown = 6,

    /// <summary>Not on the programme of this session, or no more.</summary>
    SpeakerUnknown = 7,

    /// <summary>The series has no template to copy.</summary>
    NoTemplate = 8,
}
