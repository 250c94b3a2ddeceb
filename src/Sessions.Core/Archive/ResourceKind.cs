namespace Sessions.Archive;

/// <summary>What sort of thing a resource is.</summary>
public enum ResourceKind
{
    Slides = 1,
    Code = 2,
    Data = 3,
    Reading = 4,
    Tool = 5,
    WriteUp = 6,
    Other = 7,
}

/// <summary>Where something stands on the Data Spectrum.</summary>
public enum ResourceAccess
{
    /// <summary>Anybody may have it.</summary>
    Open = 0,

    /// <summary>Certain people may have it: an address that lets only them in, or somebody to ask.</summary>
    Shared = 1,

    /// <summary>It exists, and somebody can be asked.</summary>
    Closed = 2,
}
