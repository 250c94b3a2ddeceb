namespace Sessions.Speakers;

/// <summary>Why an act on the programme, or behind a speaker's link, was not done.</summary>
public enum SpeakerRefusal
{
    NotAllowed = 1,

    /// <summary>No such session, appearance or item.</summary>
    NotFound = 2,

    NameMissing = 3,
    NameTooLong = 4,
    NotAnAddress = 5,
    AlreadyOnProgramme = 6,

    /// <summary>A name without an address can't be mailed.</summary>
    NoAddress = 7,

    /// <summary>Not published, cancelled, or over: nobody is asked for it.</summary>
    NotAsking = 8,

    /// <summary>Unknown, revoked or expired: all the same to whoever holds it.</summary>
    LinkNotOpen = 9,

    /// <summary>More than <see cref="TalkForm.MostItems"/>.</summary>
    TooMany = 10,

    NotALink = 11,
    RoleUnknown = 12,

    /// <summary>No <see cref="TalkItem"/>.</summary>
    ItemUnknown = 13,

    /// <summary>Neither a session nor a word.</summary>
    NoDateChosen = 14,

    /// <summary>More than <see cref="PortalService.MostCoSpeakers"/>, or brought along oneself.</summary>
    TooManyCoSpeakers = 15,

    /// <summary>How a host knows of a consent.</summary>
    NoteMissing = 16,

    TextTooLong = 17,
    ConsentUnknown = 18,

    /// <summary>They took it back on their own page, and alone can give it again.</summary>
    TakenBack = 19,
}
