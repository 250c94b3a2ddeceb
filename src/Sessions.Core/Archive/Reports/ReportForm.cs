namespace Sessions.Archive.Reports;

/// <param name="Item">Id of what it is about; empty is the page as a whole.</param>
/// <param name="Url">Of a use: where to see it.</param>
/// <param name="ReplyTo">Whom to answer; empty wants no answer.</param>
public sealed record ReportForm(ReportKind Kind, string? Words, string? Item = null, string? Url = null, string? ReplyTo = null);

/// <summary>In the order of the form.</summary>
public enum ReportField
{
    Kind,
    Item,
    Words,
    Url,
    ReplyTo,
}

public enum ReportFaultKind
{
    Missing = 1,
    TooLong = 2,
    Unknown = 3,
    NotALink = 4,
    NotAnAddress = 5,
}

/// <param name="Limit">Characters; 0 where there is no limit.</param>
public sealed record ReportFault(ReportField Field, ReportFaultKind Kind, int Limit = 0);

/// <param name="Faults">None where it was taken.</param>
public sealed record ReportSent(IReadOnlyList<ReportFault> Faults);

public enum ReportRefusal
{
    /// <summary>No such page, no such report, or not this person's to see.</summary>
    NotFound = 1,

    /// <summary>More wait than anybody reads: it opens again when the hosts have.</summary>
    Full = 2,

    AlreadyClosed = 3,
    NotClosed = 4,

    /// <summary>It is about no single thing, or about one that is not shown any more.</summary>
    NothingToTakeDown = 5,
}
