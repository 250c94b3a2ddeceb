using NodaTime;

namespace Sessions.Archive.Links;

/// <summary>What came of looking at an address, however many things lead there.</summary>
internal sealed class LinkCheck
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Url { get; init; }

    public required Instant CheckedAt { get; set; }

    public LinkState State { get; set; }

    public LinkFault? Fault { get; set; }

    /// <summary>Of HTTP; null where nobody answered.</summary>
    public int? Status { get; set; }

    /// <summary>The first of the failures that nothing good came between.</summary>
    public Instant? FailingSince { get; set; }

    /// <summary>The host asked not to be asked before.</summary>
    public Instant? NotBefore { get; set; }

    public void Take(LinkAnswer answer, Instant now)
    {
        (CheckedAt, Status, NotBefore) = (now, answer.Status, answer.RetryAfter is { } wait ? now + wait : null);
        if (answer.Fault is not { } fault)
        {
            (State, Fault, FailingSince) = (LinkState.Works, null, null);
            return;
        }

        Fault = fault;
        if (!LinkRules.Counts(fault))
        {
            (State, FailingSince) = (LinkState.NotLookedAt, null);
            return;
        }

        FailingSince ??= now;
        State = LinkRules.IsDead(FailingSince.Value, now) ? LinkState.Dead : LinkState.Failing;
    }
}
