using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;

namespace Sessions.Registrations;

/// <summary>Owes the mails of a moved talk.</summary>
internal sealed class TalkMoveSpreader : INoticeSpreader
{
    private const int Chunk = 200;

    public string Kind => TalkMoveRows.NoticeKind;

    public async Task Spread(SessionsDb db, Notice notice, Instant now)
    {
        var move = await db.TalkMoves.FirstOrDefaultAsync(m => m.Id == notice.SubjectId);
        var speaker = move is null ? Guid.Empty : await db.Appearances.Where(a => a.Id == move.AppearanceId).Select(a => a.PersonId).FirstOrDefaultAsync();
        if (move is null || speaker == Guid.Empty)
        {
            notice.DoneAt = now;
            return;
        }

        var from = await db.Sessions.FirstAsync(s => s.Id == move.FromSessionId);
        var left = (await TalkMoveRows.People(db, from.Id, speaker)).FindAll(r => notice.Cursor is not { } done || r.PersonId.CompareTo(done) > 0);
        foreach (var person in left.Take(Chunk))
        {
            await db.Owe(new($"talk-move:{move.Id}:{person.PersonId}", RegistrationMail.TalkMoved, move.Id, person.PersonId, person.Address, from.When.OverAt ?? now + Duration.FromDays(7))
            {
                SeriesId = from.SeriesId,
                SessionId = from.Id,
            }, now);
            notice.Cursor = person.PersonId;
        }

        if (left.Count <= Chunk) notice.DoneAt = now;
    }
}
