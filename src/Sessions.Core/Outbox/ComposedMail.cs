using Sessions.Mail;

namespace Sessions.Outbox;

/// <summary>A message before it has headers of its own.</summary>
internal sealed record ComposedMail(string Subject, MailBody Body)
{
    public CalendarPart? Calendar { get; init; }

    /// <summary>The community's or series' name beside the From address.</summary>
    public string? FromName { get; init; }

    /// <summary>Where an answer goes; null is the From address.</summary>
    public EmailAddress? ReplyTo { get; init; }

    /// <summary>What it says, where one kind says different things; null is what the kind of its row says. Empty takes no words of the hosts.</summary>
    public string? Says { get; init; }

    /// <summary>The session it speaks of, where that is not the one of its row.</summary>
    public Guid? AboutId { get; init; }

    /// <summary>It speaks of several sessions, so that no word in it may stand for one of them.</summary>
    public bool IsOfSeveral { get; init; }

    /// <summary>RFC 8058; absent on sign-in mails.</summary>
    public Uri? Unsubscribe { get; init; }

    /// <summary>First message of the same calendar entry.</summary>
    public MessageId? Follows { get; init; }

    /// <summary>Told of the Message-ID inside the claim's transaction, so that later messages can refer to it.</summary>
    public Action<MessageId>? Identified { get; init; }
}
