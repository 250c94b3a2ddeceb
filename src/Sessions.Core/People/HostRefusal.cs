namespace Sessions.People;

/// <summary>Why a person's rights stay as they are.</summary>
public enum HostRefusal
{
    NotAllowed = 1,

    /// <summary>Nobody with rights here.</summary>
    NotFound = 2,

    /// <summary>It would be oneself.</summary>
    Oneself = 3,
}
