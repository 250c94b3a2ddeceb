using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;

namespace Sessions.Outbox;

/// <summary>Puts a debt into the outbox, inside the write that causes it.</summary>
internal static class OutboxWriter
{
    private static readonly Func<SessionsDb, string, string?, IAsyncEnumerable<OutboxMessage>> Related = Compiled.Many((SessionsDb db, string key, string? topic) => db.Outbox.AsTracking()
            .Where(m => m.Key == key || (topic != null && m.Topic == topic && m.State == OutboxState.Waiting && m.MessageId == null)));

    /// <returns>False when the key was there already.</returns>
    public static async Task<bool> Owe(this SessionsDb db, OwedMail mail, Instant now)
    {
        if (db.Outbox.Local.Any(m => m.Key == mail.Key)) return false;
        if (!mail.IsFirst)
        {
            var related = await Related(db, mail.Key, mail.Topic).ToListAsync();
            if (related.Exists(m => m.Key == mail.Key)) return false;
            // What is written already goes out first: the calendar it brings up to date was noted as told.
            foreach (var old in related.Where(m => m is { State: OutboxState.Waiting, MessageId: null })) old.Drop(null);
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
