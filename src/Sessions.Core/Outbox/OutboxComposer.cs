using System.Globalization;
using System.Text;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;

namespace Sessions.Outbox;

/// <summary>From an intent to a message, by whoever owns the kind.</summary>
internal sealed class OutboxComposer
{
    private const string HeaderDate = "ddd, dd MMM yyyy HH:mm:ss '+0000'";

    private readonly Dictionary<string, IMailComposer> _composers;
    private readonly OutboxOptions _options;
    private readonly IOwnWordsWriter? _ownWords;

    public OutboxComposer(IEnumerable<IMailComposer> composers, OutboxOptions options, IOwnWordsWriter? ownWords = null)
    {
        _composers = composers.SelectMany(composer => composer.Kinds.Select(kind => (kind, composer))).ToDictionary(c => c.kind, c => c.composer);
        (_options, _ownWords) = (options, ownWords);
    }

    public async Task<ComposedMail?> Compose(SessionsDb db, OutboxMessage row, Instant now)
    {
        if (!_composers.TryGetValue(row.Kind, out var composer)) throw new InvalidOperationException($"No composer is registered for the kind {row.Kind}.");
        var mail = await composer.Compose(db, row, now);
        return mail is null || _ownWords is null ? mail : await _ownWords.Put(db, row, mail);
    }

    /// <summary>The exact bytes of every attempt.</summary>
    public byte[] Write(OutboxMessage row, ComposedMail mail, MessageId id, Instant now) => MimeWriter.Write(new MailMessage
    {
        From = new(_options.From, mail.FromName ?? _options.Name),
        To = new(EmailAddress.Parse(row.Recipient)),
        ReplyTo = mail.ReplyTo is null ? null : new(mail.ReplyTo),
        Subject = mail.Subject,
        Date = now.ToDateTimeOffset(),
        Id = id,
        InReplyTo = mail.Follows == id ? null : mail.Follows,
        Text = mail.Body.ToText(),
        Html = mail.Body.ToHtml(),
        Calendar = mail.Calendar,
        Unsubscribe = mail.Unsubscribe,
    }, _options.Signer);

    /// <summary>The same key has the same id for ever, so that a duplicate is known as one.</summary>
    public MessageId IdOf(OutboxMessage row) => MessageId.FromKey(row.Key, _options.From.Domain);

    /// <summary>A stored message and its envelope.</summary>
    public OutgoingMail Read(OutboxMessage row, byte[] bytes) =>
        new(_options.From, EmailAddress.Parse(row.Recipient), MessageId.Parse(row.MessageId!), DateOf(bytes), bytes);

    private static DateTimeOffset DateOf(byte[] bytes)
    {
        // The first line, unless a signature stands before it.
        var name = "Date: "u8;
        var fromDate = bytes.AsSpan().StartsWith(name) ? bytes : bytes.AsSpan(bytes.AsSpan().IndexOf("\r\nDate: "u8) + 2);
        var value = fromDate[name.Length..fromDate.IndexOf((byte)'\r')];
        return DateTimeOffset.ParseExact(Encoding.ASCII.GetString(value), HeaderDate, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
    }
}
