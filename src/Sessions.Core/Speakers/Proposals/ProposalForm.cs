namespace Sessions.Speakers.Proposals;

/// <summary>What somebody types who offers a talk or suggests a topic.</summary>
/// <param name="Address">Of a talk; a topic may come without one.</param>
/// <param name="Links">Web addresses, one a line.</param>
/// <param name="Series">Last part of the address of its page; empty is any.</param>
public sealed record ProposalForm(ProposalKind Kind, string? Address, string? Name, string? Title, string? About, string? Links, string? Series);

/// <summary>In the order of the form.</summary>
public enum ProposalField
{
    Kind,
    Title,
    About,
    Links,
    Series,
    Name,
    Address,
}

public enum ProposalFaultKind
{
    Missing = 1,
    NotAnAddress = 2,
    TooLong = 3,
    NotALink = 4,
    TooMany = 5,
    Unknown = 6,
}

/// <param name="Said">The piece that is wrong, where it is a piece.</param>
/// <param name="Limit">Characters or lines; 0 where there is none.</param>
public sealed record ProposalFault(ProposalField Field, ProposalFaultKind Kind, string? Said = null, int Limit = 0);

/// <summary>Why an act on a proposal was not done.</summary>
public enum ProposalRefusal
{
    /// <summary>Not there, or not this person's to see.</summary>
    NotFound = 1,

    /// <summary>The hosts take none now.</summary>
    Closed = 2,

    /// <summary>It was decided on already.</summary>
    Decided = 3,

    /// <summary>Nothing was decided that could be taken back.</summary>
    NotDecided = 4,

    /// <summary>Its mail is on its way or there: a decision that somebody was told of stays.</summary>
    MailGone = 5,

    TextMissing = 6,
    TooLong = 7,

    /// <summary>It came without an address, or the one it came with wants no mail.</summary>
    NoAddress = 8,

    /// <summary>No such session, cancelled, over, or in a series of somebody else.</summary>
    NoSession = 9,

    AlreadyOnProgramme = 10,

    /// <summary>Who is to speak on a topic.</summary>
    NameMissing = 11,

    NameTooLong = 12,
    NotAnAddress = 13,
    LinkNotOpen = 14,
}
