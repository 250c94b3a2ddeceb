namespace Sessions.Archive.Warnings;

/// <summary>What should be looked at once more before anybody can read it.</summary>
public enum WarningKind
{
    PhoneNumber = 1,
    EmailAddress = 2,

    /// <summary>A way into the room: its link, or the number of the meeting.</summary>
    JoinLink = 3,

    /// <summary>A password, passcode or key.</summary>
    Password = 4,

    LicenceMissing = 5,
}

/// <param name="Found">The words, as they stand there.</param>
public sealed record TextWarning(WarningKind Kind, string Found);
