namespace Sessions.Files;

/// <summary>Why a piece of an upload was not taken.</summary>
public enum UploadRefusal
{
    /// <summary>Unknown, ended, or somebody else's.</summary>
    NotFound = 1,

    /// <summary>Nothing came for <see cref="Upload.Life"/>.</summary>
    Expired = 2,

    /// <summary>Another request is writing to it.</summary>
    Locked = 3,

    /// <summary>The piece does not begin where the kept bytes end.</summary>
    WrongOffset = 4,

    /// <summary>The piece is not what its sender summed up; none of it counts.</summary>
    WrongChecksum = 5,

    /// <summary>More than was announced, or announced more than <see cref="UploadLimits.MaxBytes"/>.</summary>
    TooLarge = 6,

    Empty = 7,

    /// <summary>The disk is full, or would be; what came before is kept.</summary>
    DiskFull = 8,

    /// <summary>More than <see cref="UploadStore.MostOpen"/> of one owner.</summary>
    TooManyOpen = 9,

    /// <summary>The connection ended or fell silent; what came before is kept.</summary>
    Interrupted = 10,
}
