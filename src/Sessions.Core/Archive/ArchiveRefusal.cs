namespace Sessions.Archive;

/// <summary>Why something did not go into the archive, or out of it.</summary>
public enum ArchiveRefusal
{
    NotAllowed = 1,
    NotFound = 2,
    TitleMissing = 3,
    TooLong = 4,

    /// <summary>Neither http nor https, or no address at all.</summary>
    NotALink = 5,

    LicenceUnknown = 6,

    /// <summary>More than <see cref="ArchiveItem.MostForSession"/>.</summary>
    TooMany = 7,

    /// <summary>No tag of a language (BCP 47).</summary>
    LanguageUnknown = 8,

    /// <summary>No such audience, or no such reason.</summary>
    ChoiceUnknown = 9,

    /// <summary>Taken down or put back already.</summary>
    SameAsBefore = 10,

    /// <summary>Its speaker took their consent back, and alone can give it again.</summary>
    NeedsConsent = 11,

    /// <summary>A link beside a file of ours.</summary>
    HasFile = 12,

    KindUnknown = 13,
    AccessUnknown = 14,

    /// <summary>What is closed names whom to ask.</summary>
    ContactMissing = 15,

    /// <summary>Licence and credit of what a speaker handed in are the speaker's to say.</summary>
    SpeakersOwn = 16,

    /// <summary>By Archive:CheckLinks.</summary>
    ChecksAreOff = 17,

    /// <summary>Within the last minute, or its host asked for patience.</summary>
    CheckedJustNow = 18,

    /// <summary>Somebody changed it since the caller read it.</summary>
    Stale = 19,

    /// <summary>Poster, duration and audio version are there, or on their way.</summary>
    NothingFailed = 20,
}
