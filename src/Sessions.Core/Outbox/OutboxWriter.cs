using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;

namespace Sessions.Outbox;

/// <summary>Puts a debt into the outbox, inside the write that causes it.</summary>
internal static class OutboxWriter
{
    /// <returns>False when the key was there already.</returns>
    public static async Task<bool> Owe(this SessionsDb db, OwedMail mail, Instant now)
    {
        if (db.Outbox.Local.Any(m => m.Key == mail.Key) || await db.Outbox.AnyAsync(m => m.Key == mail.Key)) return false;
        if (mail.Topic is not null)
        {
            // What is written already goes out first: the calendar it brings up to date was noted as told.
            var superseded = await db.Outbox.Where(m => m.Topic == mail.Topic && m.State == OutboxState.Waiting && m.MessageId == null).ToListAsync();
            foreach (var old in superseded) old.Drop(null);
        }
        db.Add(new OutboxMessage
        {
            Key = mail.Key,
            Kind = mail.Kind,
            SubjectId = mail.SubjectId,
            PersonId = mail.PersonId,
            Recipient = mail.Recipient,
            SeriesId = mail.SeriesId,
            SessionId = mail.SessionId,
            Topic = mail.Topic,
            Lane = mail.IsUrgent ? 0 : 1,
            Secret = mail.Secret,
            DueAt = mail.DueAt ?? now,
            ExpiresAt = mail.ExpiresAt,
            CreatedAt = now,
        });
        return true;
    }
}
