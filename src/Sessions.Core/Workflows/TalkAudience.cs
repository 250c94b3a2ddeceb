namespace Sessions.Workflows;

/// <summary>What people of the old session hear of a talk that moves. Its speaker always gets one mail.</summary>
public enum TalkAudience
{
    /// <summary>Nothing.</summary>
    Nobody = 0,

    /// <summary>Where the talk is now; their place stays.</summary>
    Told = 1,

    /// <summary>The same, and whether they come along.</summary>
    Asked = 2,
}

public enum TalkMoveRefusal
{
    NotFound = 1,
    NotAllowed = 2,
    SameSession = 3,

    /// <summary>One of the two sessions is over or cancelled.</summary>
    NotAhead = 4,

    /// <summary>The speaker is on the other session's programme already.</summary>
    AlreadyOnProgramme = 5,
    AudienceUnknown = 6,
}
