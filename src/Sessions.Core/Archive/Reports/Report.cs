using NodaTime;

namespace Sessions.Archive.Reports;

/// <summary>What a reader tells the hosts about an archive.</summary>
public enum ReportKind
{
    /// <summary>It shows somebody, or what is theirs, who did not agree.</summary>
    Consent = 1,

    /// <summary>It breaks a licence, or somebody's rights.</summary>
    Rights = 2,

    /// <summary>It is harmful, or against the code of conduct.</summary>
    Harmful = 3,

    /// <summary>Something is broken or wrong.</summary>
    Broken = 4,

    /// <summary>"I used this": nothing to mend, something to count.</summary>
    Used = 5,
}

public enum ReportState
{
    New = 1,

    /// <summary>Seen to; of a use: counted on the page.</summary>
    Accepted = 2,

    /// <summary>Nothing to do; of a use: not counted.</summary>
    Dismissed = 3,
}

/// <summary>For the hosts alone; the public sees how many uses they counted.</summary>
internal sealed class Report
{
    public const int LongestWords = 2000;
    public const int LongestUrl = 2000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid SessionId { get; init; }

    /// <summary>The recording or resource it is about; null is the page.</summary>
    public Guid? ItemId { get; init; }

    public required ReportKind Kind { get; init; }

    /// <summary>Empty of a counted use whose sender was erased.</summary>
    public required string Words { get; set; }

    /// <summary>Of a use: where to see it.</summary>
    public string? Url { get; set; }

    /// <summary>Whom to answer, in lower case. Kept while it is open and for a month after.</summary>
    public string? ReplyTo { get; set; }

    public ReportState State { get; private set; } = ReportState.New;

    public Instant? ClosedAt { get; private set; }

    public Guid? ClosedById { get; private set; }

    public required Instant CreatedAt { get; init; }

    public void Close(ReportState state, Guid by, Instant now) => (State, ClosedAt, ClosedById) = (state, now, by);

    public void Reopen() => (State, ClosedAt, ClosedById) = (ReportState.New, null, null);
}
