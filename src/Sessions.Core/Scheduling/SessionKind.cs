namespace Sessions.Scheduling;

/// <summary>What sort of meeting it is, as its page says.</summary>
public enum SessionKind
{
    /// <summary>As usual; nothing is said.</summary>
    Session = 0,
    Special = 1,
    Unconference = 2,
    Roundtable = 3,

    /// <summary>Over several days as a rule.</summary>
    WorkingSession = 4,
}
