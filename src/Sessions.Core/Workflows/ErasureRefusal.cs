namespace Sessions.Workflows;

public enum ErasureRefusal
{
    NotAllowed = 1,
    NotFound = 2,

    /// <summary>The link is wrong, used or run out.</summary>
    LinkNotOpen = 3,

    /// <summary>Somebody with rights in the console: they are taken off the team first.</summary>
    RunsSeries = 4,
}
