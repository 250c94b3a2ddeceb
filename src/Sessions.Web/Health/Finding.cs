namespace Sessions.Web.Health;

public enum FindingState
{
    Ok = 0,

    /// <summary>Worth knowing; nothing is broken.</summary>
    Note = 1,
    Wrong = 2,
}

/// <summary>What a check found, in one line; where something is wrong, also what to do.</summary>
public sealed record Finding(FindingState State, string Says)
{
    public static Finding Ok(string says) => new(FindingState.Ok, says);

    public static Finding Note(string says) => new(FindingState.Note, says);

    public static Finding Wrong(string says) => new(FindingState.Wrong, says);
}
