namespace Sessions.Mail;

/// <summary>A message to one person, before it becomes bytes.</summary>
public sealed record MailMessage
{
    public required Mailbox From { get; init; }

    public required Mailbox To { get; init; }

    public Mailbox? ReplyTo { get; init; }

    public required string Subject { get; init; }

    public required DateTimeOffset Date { get; init; }

    public required MessageId Id { get; init; }

    /// <summary>The message this one follows; stands in In-Reply-To and, where <see cref="References"/> is empty, there too.</summary>
    public MessageId? InReplyTo { get; init; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<MessageId> References { get; init; } = [];

    public required string Text { get; init; }

    public required string Html { get; init; }

    public CalendarPart? Calendar { get; init; }

    /// <summary>Unsubscribes on a POST without cookies; https wherever real mail is sent (RFC 8058). Absent on sign-in mails.</summary>
    public Uri? Unsubscribe { get; init; }

    /// <param name="signer">Null for a message without a signature.</param>
    public OutgoingMail ToOutgoing(DkimSigner? signer = null) => new(From.Address, To.Address, Id, Date, MimeWriter.Write(this, signer));
}
