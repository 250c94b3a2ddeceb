namespace Sessions.Mail;

/// <summary>Why a text is not an <see cref="EmailAddress"/>.</summary>
public enum EmailAddressRefusal
{
    None,
    Empty,
    TooLong,

    /// <summary>There is no @, nothing before it, or more than one.</summary>
    NotOneAt,

    /// <summary>A space, a control character, or a character that needs quotes.</summary>
    IllegalCharacter,

    /// <summary>A dot at the beginning or the end of the local part, or two in a row.</summary>
    MisplacedDot,

    /// <summary>What follows the @ is no domain name with at least two labels.</summary>
    BadDomain,
}
