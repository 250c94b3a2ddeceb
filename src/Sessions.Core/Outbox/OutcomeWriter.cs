using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;

namespace Sessions.Outbox;

/// <summary>Writes down how an attempt ended.</summary>
internal sealed class OutcomeWriter(Database database, ILogger<OutcomeWriter> log)
{
    private static readonly Func<SessionsDb, Guid, Task<OutboxMessage?>> Row = Compiled.One((SessionsDb db, Guid id) => db.Outbox.AsTracking().FirstOrDefault(m => m.Id == id));

    /// <param name="outcome">Null when we stopped before an answer came.</param>
    public async Task Record(ClaimedMail claimed, SendOutcome? outcome, Instant now)
    {
        await database.Write(db => Record(db, claimed, outcome, now));
        switch (outcome)
        {
            case SendOutcome.Delivered delivered:
                log.LogInformation("Mail {Id} ({Kind}) to {Recipient} sent: {Reply}", claimed.Id, claimed.Kind, claimed.MaskedRecipient, claimed.Masked(delivered.Reply));
                break;
            case SendOutcome.Deferred deferred:
                log.LogWarning("Mail {Id} ({Kind}) to {Recipient} put off: {Reply}", claimed.Id, claimed.Kind, claimed.MaskedRecipient, claimed.Masked(Words(deferred.Code, deferred.Text)));
                break;
            case SendOutcome.Refused refused:
                log.LogWarning("Mail {Id} ({Kind}) to {Recipient} refused: {Reply}", claimed.Id, claimed.Kind, claimed.MaskedRecipient, claimed.Masked(Words(refused.Code, refused.Text)));
                break;
            default:
                log.LogInformation("Mail {Id} ({Kind}) to {Recipient} interrupted", claimed.Id, claimed.Kind, claimed.MaskedRecipient);
                break;
        }
    }

    private async Task Record(SessionsDb db, ClaimedMail claimed, SendOutcome? outcome, Instant now)
    {
        var row = await Row(db, claimed.Id);
        if (row is null || row.State == OutboxState.Sent) return;
        var isOurs = row.State == OutboxState.Sending && row.Attempts == claimed.Attempt;
        switch (outcome)
        {
            // Gone is gone, even when the claim ran out meanwhile.
            case SendOutcome.Delivered:
                row.MarkSent(now);
                break;
            case SendOutcome.Refused refused when isOurs:
                row.Fail(Words(refused.Code, refused.Text));
                break;
            case SendOutcome.Deferred { IsServerAway: true } away when isOurs:
                row.AwaitServer(Words(away.Code, away.Text));
                break;
            case SendOutcome.Deferred deferred when isOurs:
                row.PutOff(Words(deferred.Code, deferred.Text), now);
                break;
            case null when isOurs:
                row.Release(now);
                break;
        }
        // The bytes of a private mail hold its secret.
        if (row is { IsPrivate: true, State: OutboxState.Sent or OutboxState.Failed } && await db.OutboxBodies.FindAsync(row.Id) is { } body)
            db.Remove(body);
    }

    private static string Words(int code, string text) => code == 0 ? text : $"{code} {text}";
}
