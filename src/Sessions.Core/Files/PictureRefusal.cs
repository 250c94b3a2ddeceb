namespace Sessions.Files;

/// <summary>Why a picture was not taken.</summary>
public enum PictureRefusal
{
    /// <summary>More than <see cref="Picture.MostBytes"/>.</summary>
    TooLarge = 1,

    /// <summary>No JPEG, PNG or WebP, or a broken one.</summary>
    NotAPicture = 2,

    /// <summary>Less than <see cref="Picture.Smallest"/> pixels on a side.</summary>
    TooSmall = 3,

    /// <summary>More pixels than a camera makes: unpacked, a small file may fill the memory.</summary>
    TooManyPixels = 4,
}
