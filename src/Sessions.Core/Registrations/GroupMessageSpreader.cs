using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;

namespace Sessions.Registrations;

/// <summary>
/// Owes each person of the group their mail. The group is that of the moment at which the message was sent: whoever joined it later gets none, so that what was
/// counted and what is sent agree. Whoever left it since gets none either: who left before their mail is owed gets no row, who leaves later a row that says why.
/// A row that is there is never made twice, so a chunk that is repeated, or a message that goes on after a pause, begins where the last one ended.
/// </summary>
internal sealed class GroupMessageSpreader : INoticeSpreader
{
    private const int Chunk = 200;

    public string Kind => GroupMessage.MailKind;

    public async Task Spread(SessionsDb db, Notice notice, Instant now)
    {
        var message = await db.GroupMessages.FirstAsync(m => m.Id == notice.SubjectId);
        if (message.StoppedAt is not null || message.ExpiresAt <= now)
        {
            notice.DoneAt = message.SpreadAt = now;
            return;
        }

        var next = await GroupMessageRows.Reached(db, message, message.SentAt)
            .Where(p => !db.Outbox.Any(m => m.PersonId == p.Id && m.Kind == GroupMessage.MailKind && m.SubjectId == message.Id))
            .Take(Chunk).Select(p => new { p.Id, p.Address }).ToListAsync();
        foreach (var person in next)
        {
            await db.Owe(new(GroupMessage.KeyFor(message.Id, person.Id), GroupMessage.MailKind, message.Id, person.Id, person.Address!, message.ExpiresAt)
            {
                // Not of the session: among its mails a later one makes an earlier one old news, and no message does that to a confirmation.
                SeriesId = message.SeriesId,
            }, now);
            notice.Cursor = person.Id;
        }

        if (next.Count < Chunk) notice.DoneAt = message.SpreadAt = now;
    }
}
