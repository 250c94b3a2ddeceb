namespace Sessions.People;

/// <summary>Why there is no such token, or none more.</summary>
public enum ApiTokenRefusal
{
    NotAllowed = 1,
    NotFound = 2,
    NameMissing = 3,

    /// <summary>More than 100 characters.</summary>
    NameTooLong = 4,

    /// <summary>Not the person's own series, or none at all.</summary>
    SeriesUnknown = 5,

    /// <summary>More than <see cref="ApiTokenService.MostForPerson"/> that work.</summary>
    TooMany = 6,

    NotAnAddress = 7,

    /// <summary>The person may not plan anything, so a token of theirs would open nothing.</summary>
    NotAHost = 8,
}
