using System.Text;

namespace Sessions.Mail;

/// <summary>A finished message and its envelope. Every attempt to send it sends the same bytes.</summary>
/// <param name="Sender">Where bounces go (MAIL FROM); null for the empty path.</param>
/// <param name="Date">The instant of its Date header.</param>
public sealed record OutgoingMail(EmailAddress? Sender, EmailAddress Recipient, MessageId Id, DateTimeOffset Date, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>True when a server has to offer SMTPUTF8 (RFC 6531).</summary>
    internal bool NeedsUtf8 => Recipient.IsInternationalized || Sender is { IsInternationalized: true };

    internal bool Has8Bit => !Ascii.IsValid(Bytes.Span);
}
