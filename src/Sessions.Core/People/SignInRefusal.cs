namespace Sessions.People;

/// <summary>Why somebody was not let in.</summary>
public enum SignInRefusal
{
    /// <summary>What was typed is no address.</summary>
    NotAnAddress = 1,

    /// <summary>Wrong, used, or older than ten minutes: all the same to whoever holds it.</summary>
    LinkNotOpen = 2,

    NameMissing = 3,
}
