namespace Sessions.Scheduling;

/// <summary>What can differ from session to session. As kept with a session: what a host set for it by hand, and a change of the plan leaves alone.</summary>
[Flags]
public enum SessionFields
{
    None = 0,
    Title = 1,
    Announcement = 2,

    /// <summary>Day, local start and zone.</summary>
    Time = 4,
    Duration = 8,
    Places = 16,
    RoomLink = 32,
    StreamLink = 64,
    Address = 128,
    SpeakersToBeConfirmed = 256,
    Kind = 512,
    RunningOrder = 1024,
}
