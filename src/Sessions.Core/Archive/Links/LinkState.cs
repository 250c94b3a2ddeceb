using NodaTime;

namespace Sessions.Archive.Links;

public enum LinkState
{
    Works = 1,

    /// <summary>It failed once; a second look on another day decides.</summary>
    Failing = 2,

    Dead = 3,

    /// <summary>The host asked for patience or wants no programs, or the address is one that the checker never goes to.</summary>
    NotLookedAt = 4,
}

/// <summary>Why an address did not answer as it should.</summary>
public enum LinkFault
{
    /// <summary>404 or 410.</summary>
    Gone = 1,

    /// <summary>No such name.</summary>
    NameUnknown = 2,

    /// <summary>Any other status that is none of success.</summary>
    Refused = 3,

    /// <summary>Nobody listens, or the line broke.</summary>
    Unreachable = 4,

    TooSlow = 5,

    CertificateWrong = 6,

    TooManyRedirects = 7,

    /// <summary>429 or 503: the host wants to be left alone for a while.</summary>
    Busy = 8,

    /// <summary>robots.txt keeps programs out.</summary>
    RobotsForbid = 9,

    /// <summary>Of an inner network, or another port than 80 and 443.</summary>
    NotPublic = 10,

    /// <summary>401 or 403, and 405 to a program: it is there, and not for everybody.</summary>
    NeedsSignIn = 11,
}

/// <param name="Fault">Null where it answers as it should.</param>
/// <param name="Status">Of HTTP; null where nobody answered.</param>
/// <param name="RetryAfter">As the host asked.</param>
internal sealed record LinkAnswer(LinkFault? Fault, int? Status = null, Duration? RetryAfter = null);

/// <summary>What the last look at an item's address found.</summary>
public sealed record LinkFinding(LinkState State, LinkFault? Fault, int? Status, Instant CheckedAt, Instant? FailingSince);
