using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Text;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.People;

namespace Sessions.Invitations;

/// <summary>Sends a message to the address that answers come to, and says whether it was read there.</summary>
public sealed class ReadBackService
{
    private readonly Database _database;
    private readonly IMailTransport _transport;
    private readonly OutboxOptions _from;
    private readonly Mailroom _room;
    private readonly SiteOptions _site;
    private readonly TimeProvider _time;
    private readonly IStringLocalizer<ReadBackService> _words;

    internal ReadBackService(Database database, IMailTransport transport, OutboxOptions from, Mailroom room, SiteOptions site, TimeProvider time, IStringLocalizer<ReadBackService> words) =>
        (_database, _transport, _from, _room, _site, _time, _words) = (database, transport, from, room, site, time, words);

    /// <returns>Null where no mailbox is read.</returns>
    public async Task<SentBack?> Send(CancellationToken stop)
    {
        if (_room.Inbound is not { } inbound) return null;
        var (now, to) = (_time.Now(), inbound.Test);
        var id = MessageId.FromKey($"readback:{Guid.NewGuid():n}", _from.From.Domain);
        string subject = _words["Test from {0}: is this read?", _site.Name];
        var body = new MailBody(subject, [new MailBlock.Heading(subject), new MailBlock.Paragraph((string)_words["This mail shows that answers to invitations arrive. The software reads it by itself."])]);
        var message = new MailMessage { From = new(_from.From, _from.Name), To = new(to), Subject = subject, Date = now.ToDateTimeOffset(), Id = id, Text = body.ToText(), Html = body.ToHtml() };
        return new(id, now, to, await _transport.TryAsync(message.ToOutgoing(_from.Signer), stop));
    }

    /// <returns>Null as long as it did not come.</returns>
    public async Task<CameBack?> Look(SentBack sent, CancellationToken stop)
    {
        await using var db = _database.Read();
        var key = sent.Id.Value;
        var row = await db.InboundMail.Where(m => m.Key == key && m.Effect == InboundEffect.Tested).Select(m => new { m.At, m.Text }).FirstOrDefaultAsync(stop);
        return row is null ? null : new(row.At, row.Text is { } text && InstantPattern.General.Parse(text) is { Success: true, Value: var at } ? at : null);
    }
}

/// <param name="Trial">How far the sending came.</param>
public sealed record SentBack(MessageId Id, Instant At, EmailAddress To, MailTrial Trial);

/// <param name="ByTheirClock">When the mail server took it in, as it says; null where it does not.</param>
public sealed record CameBack(Instant At, Instant? ByTheirClock);
