namespace Sessions.Invitations;

/// <summary>Why a message that came in did nothing. The numbers are kept: never change one.</summary>
public enum ReplyRefusal
{
    /// <summary>Too large, or no message.</summary>
    Unreadable = 1,

    /// <summary>Neither an answer, nor a report on a mail of ours, nor words of a person.</summary>
    NothingInIt = 2,

    /// <summary>A program answered by itself.</summary>
    Automatic = 3,

    /// <summary>REQUEST, CANCEL, ADD and the like: nobody outside changes our sessions.</summary>
    NotOurs = 4,

    /// <summary>An entry that we never sent, or that is gone.</summary>
    EntryUnknown = 5,

    /// <summary>Neither came it to the address of this entry, nor does our own server vouch for its sender.</summary>
    NotTrusted = 6,

    /// <summary>It speaks for somebody else than whom we invited.</summary>
    NotInvited = 7,

    /// <summary>An occurrence that this entry has not.</summary>
    SlotUnknown = 8,

    /// <summary>To an invitation that we never sent.</summary>
    SequenceUnknown = 9,

    /// <summary>To an invitation that a later one took the place of, or older than an answer that is here.</summary>
    Stale = 10,

    /// <summary>The session is over, or does not take place.</summary>
    Over = 11,

    /// <summary>PARTSTAT is none of accepted, declined and tentative.</summary>
    NoAnswer = 12,

    /// <summary>A report on a mail that we never sent to this address.</summary>
    MailUnknown = 13,

    /// <summary>The address wants no mail, or its person is gone.</summary>
    Blocked = 14,
}
