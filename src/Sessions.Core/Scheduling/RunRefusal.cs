namespace Sessions.Scheduling;

/// <summary>Why a part can't begin, or can't be taken back.</summary>
public enum RunRefusal
{
    NotAllowed = 1,
    NotFound = 2,
    Cancelled = 3,
    NoExactTime = 4,

    /// <summary>Longer than an hour before the session.</summary>
    TooEarly = 5,
    NoSuchPart = 6,

    /// <summary>A later part has begun.</summary>
    Passed = 7,
}
