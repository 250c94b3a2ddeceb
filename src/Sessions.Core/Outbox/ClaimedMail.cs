using Sessions.Mail;

namespace Sessions.Outbox;

/// <summary>What one delivery may send until the claim runs out.</summary>
/// <param name="Attempt">Tells this claim from a later one of the same row.</param>
internal sealed record ClaimedMail(Guid Id, string Kind, int Attempt, OutgoingMail Mail)
{
    public string MaskedRecipient => Mail.Recipient.Mask;

    /// <summary>Words of a server or a fault, fit for a log: servers like to repeat the address.</summary>
    public string Masked(string text) => text.Replace(Mail.Recipient.Value, MaskedRecipient, StringComparison.OrdinalIgnoreCase);
}

/// <param name="Found">Rows that were due, also those that turned out to need no mail.</param>
internal sealed record Claims(int Found, IReadOnlyList<ClaimedMail> Mails);
