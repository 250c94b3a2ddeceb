using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;

namespace Sessions.Registrations;

/// <summary>Goes on where <see cref="PromotionWriter"/> stopped: many places that came free at once are given away some at a time.</summary>
internal sealed class PlacesSpreader : INoticeSpreader
{
    public string Kind => PromotionWriter.NoticeKind;

    public async Task Spread(SessionsDb db, Notice notice, Instant now)
    {
        var session = await db.Sessions.FirstAsync(s => s.Id == notice.SubjectId);
        var last = await PromotionWriter.FillSome(db, session, now);
        if (last is null || session.IsFull || session.Waiting == 0) notice.DoneAt = now;
        else notice.Cursor = last.Id;
    }
}
