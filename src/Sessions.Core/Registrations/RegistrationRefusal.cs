namespace Sessions.Registrations;

/// <summary>Why a sign-up, or what a personal link asks for, is not done. It never depends on who asks.</summary>
public enum RegistrationRefusal
{
    NotAnAddress = 1,

    /// <summary>No such session, or not shown to the public yet.</summary>
    NotYetPublished = 2,

    Cancelled = 3,

    /// <summary>Its hour has begun or is over.</summary>
    Closed = 4,

    /// <summary>The day or the hour is not known yet.</summary>
    NoExactTime = 5,

    /// <summary>Wrong, revoked or somebody else's: all the same to whoever holds it.</summary>
    LinkNotOpen = 6,
}
