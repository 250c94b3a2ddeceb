namespace Sessions.Mail;

/// <summary>A message of strangers, as far as answers, reports and letters need it.</summary>
public sealed record InboundMessage
{
    /// <summary>Without angle brackets; null where it has none.</summary>
    public string? Id { get; init; }

    /// <summary>Null where it names nobody, or several.</summary>
    public EmailAddress? From { get; init; }

    /// <summary>Where it was delivered to and whom it names: Delivered-To, X-Original-To, Envelope-To, To, Cc.</summary>
    public IReadOnlyList<EmailAddress> To { get; init; } = [];

    public string Subject { get; init; } = "";

    /// <summary>When the last server on its way took it in, by that server's clock; null where it does not say.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>Written by a program that answers by itself (RFC 3834, and what stands for it elsewhere).</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>Each calendar it carries, once.</summary>
    public IReadOnlyList<string> Calendars { get; init; } = [];

    /// <summary>What a person wrote; empty where nothing is left.</summary>
    public string Text { get; init; } = "";

    /// <summary>What became of a message of ours; null unless this is such a report.</summary>
    public DeliveryReport? Report { get; init; }

    /// <summary>What the server that took it in says of its sender: the topmost Authentication-Results (RFC 8601).</summary>
    public SenderVerdict? Verdict { get; init; }
}

/// <param name="Server">Who says so; only one's own server is to be believed.</param>
/// <param name="Vouched">Domains that DMARC or DKIM stands for.</param>
public sealed record SenderVerdict(string Server, IReadOnlyList<string> Vouched)
{
    /// <param name="server">The name that our own server writes.</param>
    public bool StandsFor(EmailAddress from, string server) =>
        string.Equals(Server, server, StringComparison.OrdinalIgnoreCase) && Vouched.Any(d => string.Equals(d, from.Domain, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A delivery status notification (RFC 3464).</summary>
/// <param name="About">Message-ID of the message it is about, without angle brackets; null where it names none.</param>
public sealed record DeliveryReport(string? About, IReadOnlyList<DeliveryStatus> Recipients);

/// <param name="Status">As <c>5.1.1</c> (RFC 3463).</param>
/// <param name="Words">What the other server said; empty where it said nothing.</param>
public sealed record DeliveryStatus(string Recipient, string Action, string Status, string Words)
{
    /// <summary>It will not arrive, ever.</summary>
    public bool IsFinal => Status.StartsWith('5') && Action.Equals("failed", StringComparison.OrdinalIgnoreCase);
}
