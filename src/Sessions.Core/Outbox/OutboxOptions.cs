using Sessions.Mail;

namespace Sessions.Outbox;

/// <summary>Who our mails come from.</summary>
/// <param name="From">Its domain is the right-hand side of every Message-ID.</param>
/// <param name="Name">Beside the address where a composer names nobody else.</param>
public sealed record OutboxOptions(EmailAddress From, string Name)
{
    /// <summary>Vouches for the From address in every mail; null where mail leaves unsigned.</summary>
    public DkimSigner? Signer { get; init; }
}
