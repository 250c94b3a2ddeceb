namespace Sessions.Invitations;

public enum WordingFaultKind
{
    /// <summary>A name in braces that stands for nothing anywhere.</summary>
    Unknown = 1,

    /// <summary>One that stands for something in other mails only.</summary>
    NotHere = 2,

    /// <summary>Braces with nothing between them.</summary>
    Empty = 3,

    /// <summary>An opening brace and no closing one.</summary>
    Unclosed = 4,

    /// <summary>A closing brace and no opening one.</summary>
    Unopened = 5,
    TooLong = 6,
}

/// <summary>What is wrong with words, so that somebody can put it right.</summary>
/// <param name="Written">What stands there, as far as it matters.</param>
/// <param name="Nearest">The placeholder that was probably meant.</param>
public sealed record WordingFault(WordingFaultKind Kind, string Written, string? Nearest = null);
