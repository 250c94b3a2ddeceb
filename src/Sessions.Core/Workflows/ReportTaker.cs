using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Invitations;
using Sessions.Mail;
using Sessions.Outbox;

namespace Sessions.Workflows;

/// <summary>A report on a mail of ours: believed only when it names one that went to the address it complains of.</summary>
internal static class ReportTaker
{
    public static async Task Take(SessionsDb db, InboundMail mail, DeliveryReport report, Instant now)
    {
        var (row, status) = await Find(db, report);
        if (row is null || status is null)
        {
            mail.Refusal = ReplyRefusal.MailUnknown;
            return;
        }

        (mail.PersonId, mail.SeriesId, mail.SessionId) = (row.PersonId, row.SeriesId, row.SessionId);
        mail.Text = $"{status.Status} {status.Words}".Trim();
        mail.Effect = status.IsFinal ? InboundEffect.Bounced : InboundEffect.Delayed;
        if (!status.IsFinal) return;
        if (row.State is OutboxState.Sent or OutboxState.Sending) row.Fail(mail.Text);
        if (await db.People.FirstOrDefaultAsync(p => p.Id == row.PersonId) is { } person) person.BouncedAt = now;
    }

    /// <summary>By the address, which is a key, and then by the number of the mail.</summary>
    private static async Task<(OutboxMessage?, DeliveryStatus?)> Find(SessionsDb db, DeliveryReport report)
    {
        foreach (var status in report.About is null ? [] : report.Recipients)
        {
            if (!EmailAddress.TryParse(status.Recipient, out var address, out _)) continue;
            var row = await db.Outbox.FirstOrDefaultAsync(m => db.People.Any(p => p.Id == m.PersonId && p.Address == address.Key) && m.MessageId == report.About);
            if (row is not null) return (row, status);
        }
        return (null, null);
    }
}
