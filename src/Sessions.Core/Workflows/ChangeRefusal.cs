namespace Sessions.Workflows;

/// <summary>Why a session can't be published, moved or cancelled.</summary>
public enum ChangeRefusal
{
    NotAllowed = 1,
    NotFound = 2,
    AlreadyCancelled = 3,
    InThePast = 4,
    SameTime = 5,
    DurationOutOfRange = 6,
    Over = 7,

    /// <summary>Beyond <see cref="Scheduling.SessionClock.LastYear"/>.</summary>
    TooFar = 8,

    /// <summary>More than <see cref="Scheduling.SessionTime.MostDays"/> whole days, or none.</summary>
    DaysOutOfRange = 9,

    /// <summary>People were told the hour and have it in their calendars: it can't become whole days.</summary>
    HourIsTold = 10,

    /// <summary>Anybody may have seen it: it is cancelled, not thrown away.</summary>
    IsPublic = 11,

    /// <summary>Files were put to it; they have to be taken off first.</summary>
    HasFiles = 12,

    /// <summary>No change waits to be told, or it is told within the minute anyway.</summary>
    NothingWaits = 13,
}
