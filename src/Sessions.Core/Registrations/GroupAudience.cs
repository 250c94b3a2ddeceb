namespace Sessions.Registrations;

/// <summary>Whom a message of the hosts goes to: people of one session, or of the whole series.</summary>
public enum GroupAudience
{
    /// <summary>Have a place in the session.</summary>
    Confirmed = 1,

    /// <summary>Wait for a place in the session, or are offered one.</summary>
    Waiting = 2,

    /// <summary>Were seen in the session: by the joining button, or ticked.</summary>
    Came = 3,

    /// <summary>Had a place in the session and were not seen; known once it is over.</summary>
    Missed = 4,

    /// <summary>Have a place in a session of the series that is still to come.</summary>
    Upcoming = 5,

    /// <summary>Come to every session.</summary>
    Standing = 6,

    Followers = 7,

    /// <summary>Came to at least one session of the series.</summary>
    CameOnce = 8,
}
