namespace Sessions.Scheduling;

/// <summary>Why the people who run a series stay as they are.</summary>
public enum TeamRefusal
{
    NotAllowed = 1,
    NotAnAddress = 2,

    /// <summary>A series has hosts and helpers; admins are made from the command line.</summary>
    NotARole = 3,
    NotFound = 4,

    /// <summary>A series without a host is nobody's.</summary>
    LastHost = 5,
}
