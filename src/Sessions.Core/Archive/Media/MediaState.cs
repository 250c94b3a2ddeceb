namespace Sessions.Archive.Media;

/// <summary>What is made of a recording that is a file of ours, in this order. The numbers are kept.</summary>
public enum MediaStep
{
    /// <summary>How long it is, how large its picture, whether it has sound.</summary>
    Look = 0,
    Poster = 1,
    Audio = 2,
}

public enum MediaState
{
    Waiting = 0,
    Working = 1,
    Done = 2,
    Failed = 3,
}

/// <summary>Why a step did not come to its end. The numbers are kept.</summary>
public enum MediaFault
{
    /// <summary>Cut, damaged, or not what its first bytes say.</summary>
    Unreadable = 1,

    TookTooLong = 2,
    TooMuchMemory = 3,

    /// <summary>What was made of it grew beyond every measure.</summary>
    TooLarge = 4,

    /// <summary>The server ended in the middle of it, as often as it was tried.</summary>
    Interrupted = 5,

    /// <summary>Tried again by itself.</summary>
    DiskFull = 6,

    /// <summary>The stored file is not there.</summary>
    FileMissing = 7,
}

/// <summary>Whether anything is made on this server.</summary>
public enum MediaToolsState
{
    Ready = 0,

    /// <summary>No ffmpeg, or no ffprobe.</summary>
    Missing = 1,

    /// <summary>By Archive:Media.</summary>
    Off = 2,
}

/// <summary>What Archive:Media asks for.</summary>
public enum MediaWish
{
    Everything = 0,

    /// <summary>Duration and poster alone: an audio version takes the most time and room.</summary>
    WithoutAudio = 1,
    Nothing = 2,
}
