using NodaTime;

namespace Sessions.Speakers;

public enum ItemState
{
    Here = 1,
    Missing = 2,

    /// <summary>Missing, and its day is over.</summary>
    Overdue = 3,

    /// <summary>A host said that it is not needed.</summary>
    Excused = 4,
}

/// <summary>One thing that is asked of a speaker.</summary>
/// <param name="Due">In the session's zone; null where no day of the session is known, or it is over.</param>
public sealed record ItemLine(TalkItem Item, ItemState State, LocalDate? Due)
{
    public bool IsMissing => State is ItemState.Missing or ItemState.Overdue;
}
