namespace Sessions.Scheduling;

/// <summary>Which sessions of a series a change reaches. Cancelled ones and those that are over are never among them.</summary>
public enum EditScope
{
    /// <summary>One alone; it remembers what was set by hand.</summary>
    This = 0,

    /// <summary>This and every later one, whatever was set there by hand before; all remember.</summary>
    ThisAndLater = 1,

    /// <summary>This and the later ones where nobody set the same by hand; what they have stays a matter of the plan.</summary>
    LaterUnedited = 2,
}
