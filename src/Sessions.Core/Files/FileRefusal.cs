namespace Sessions.Files;

/// <summary>Why a file was not taken.</summary>
public enum FileRefusal
{
    Empty = 1,

    /// <summary>More than <see cref="FileStore.MaxBytes"/>.</summary>
    TooLarge = 2,

    /// <summary>An office file that carries macros, whatever its name says.</summary>
    HasMacros = 3,

    /// <summary>HTML, SVG, XML or a script: something a browser or a shell would run.</summary>
    Active = 4,

    /// <summary>A plain archive: nobody sees what is in it.</summary>
    Archive = 5,

    /// <summary>Two formats in one file.</summary>
    TwoInOne = 6,

    UnknownType = 7,
}
