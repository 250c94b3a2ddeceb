using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;

namespace Sessions.Registrations;

/// <summary>Owes the mails of a moved or cancelled session.</summary>
internal sealed class SessionChangeSpreader : INoticeSpreader
{
    private const int Chunk = 200;

    public string Kind => SessionChangeWriter.NoticeKind;

    public async Task Spread(SessionsDb db, Notice notice, Instant now)
    {
        var session = await db.Sessions.FirstAsync(s => s.Id == notice.SubjectId);
        var left = (await SessionChangeRows.Recipients(db, session.Id)).Where(r => notice.Cursor is not { } done || r.PersonId.CompareTo(done) > 0).ToList();
        var kind = session.IsCancelled ? RegistrationMail.Cancelled : RegistrationMail.Moved;
        var expires = session.When.OverAt ?? now + Duration.FromDays(7);
        foreach (var recipient in left.Take(Chunk))
        {
            await db.Owe(new($"session:{session.Id}:{notice.Id}:{recipient.PersonId}", kind, session.Id, recipient.PersonId, recipient.Address, expires)
            {
                SeriesId = session.SeriesId,
                SessionId = session.Id,
                Topic = $"session:{session.Id}:{recipient.PersonId}",
            }, now);
            notice.Cursor = recipient.PersonId;
        }

        await DropInvitations(db, session.Id, left.Take(Chunk).Select(r => r.PersonId).ToList());
        if (left.Count <= Chunk) notice.DoneAt = now;
    }

    /// <summary>This mail brings the entry, or says that there is nothing to come to.</summary>
    private static async Task DropInvitations(SessionsDb db, Guid sessionId, List<Guid> people)
    {
        var waiting = await db.Outbox.Where(m => m.SessionId == sessionId && m.Kind == RegistrationMail.Invited && m.State == OutboxState.Waiting && m.MessageId == null
            && people.Contains(m.PersonId)).ToListAsync();
        foreach (var mail in waiting) mail.Drop(null);
    }
}
