namespace Sessions.People;

/// <summary>Why a passkey was not added, renamed or removed.</summary>
public enum CredentialRefusal
{
    /// <summary>Nobody with rights here.</summary>
    NotAllowed = 1,

    NotFound = 2,

    /// <summary>Who finds an open console must not make themselves a key to it: sign in again first.</summary>
    SignInTooOld = 3,

    /// <summary>More than <see cref="CredentialService.MostForPerson"/>.</summary>
    TooMany = 4,

    /// <summary>The same one again.</summary>
    KnownAlready = 5,

    /// <summary>Larger than an authenticator makes it.</summary>
    Unfit = 6,

    NameMissing = 7,
}
