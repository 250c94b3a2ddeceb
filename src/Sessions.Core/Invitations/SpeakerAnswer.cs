using Sessions.ICalendar;
using Sessions.Speakers;

namespace Sessions.Invitations;

/// <summary>What a speaker's entry says of them: asked they have still to answer, there or on their page.</summary>
internal static class SpeakerAnswer
{
    /// <param name="appearance">Null is nobody who speaks.</param>
    public static Participation? Of(Appearance? appearance) => appearance?.State switch
    {
        AppearanceState.Asked => Participation.NeedsAction,
        AppearanceState.Accepted => Participation.Accepted,
        _ => null,
    };
}
