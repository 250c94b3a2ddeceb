namespace Sessions.Archive;

/// <summary>Whom a recording is shown to, once its speaker agreed. The numbers are kept.</summary>
public enum RecordingAudience
{
    Everybody = 0,

    /// <summary>Whoever holds its own link: it stands on no page, in no feed and in no search.</summary>
    WithLink = 1,

    /// <summary>People who are signed up for the session or for its whole series.</summary>
    Members = 2,
}

public enum TakedownReason
{
    ConsentWithdrawn = 1,
    Report = 2,
    Other = 3,

    /// <summary>The speaker took their consent back on their own page, and alone can give it again.</summary>
    BySpeaker = 4,
}
