using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.Registrations;

namespace Sessions.Views;

/// <summary>Reads messages and what became of them in two queries, however many there are.</summary>
internal static class MessageRows
{
    public static async Task<List<SentMessage>> ListMessages(this SessionsDb db, IQueryable<GroupMessage> messages, Instant now)
    {
        var rows = await messages.Select(m => new
        {
            Message = m,
            By = db.People.Where(p => p.Id == m.ById).Select(p => p.Name ?? p.Address).FirstOrDefault(),
            Session = db.Sessions.Where(s => s.Id == m.SessionId).Select(s => new { s.Number, Title = s.Title ?? s.Theme }).FirstOrDefault(),
            IsHeld = db.MailHolds.Any(h => h.SubjectId == m.Id),
        }).ToListAsync();
        var ids = rows.ConvertAll(r => r.Message.Id);
        var counts = (await db.Outbox.Where(m => m.Kind == GroupMessage.MailKind && ids.Contains(m.SubjectId)).GroupBy(m => new { m.SubjectId, m.State })
            .Select(g => new { g.Key.SubjectId, g.Key.State, Count = g.Count() }).ToListAsync()).ToLookup(g => g.SubjectId);
        return rows.ConvertAll(r =>
        {
            var progress = new MessageProgress(Count(OutboxState.Sent), Count(OutboxState.Failed), Count(OutboxState.Waiting) + Count(OutboxState.Sending), Count(OutboxState.Dropped));
            return new SentMessage(r.Message.Id, r.Message.Subject, r.Message.Audience, r.Message.SessionId, r.Session?.Number, r.Session?.Title, r.By ?? "", r.Message.SentAt, r.Message.Recipients, progress, State(r.Message, r.IsHeld, progress, now));

            int Count(OutboxState state) => counts[r.Message.Id].Where(g => g.State == state).Sum(g => g.Count);
        });
    }

    private static MessageState State(GroupMessage message, bool isHeld, MessageProgress progress, Instant now) => message switch
    {
        { StoppedAt: not null } => MessageState.Stopped,
        _ when (message.SpreadAt is not null || message.ExpiresAt <= now) && progress.Waiting == 0 => MessageState.Done,
        _ when isHeld => MessageState.Held,
        _ => MessageState.Sending,
    };
}
