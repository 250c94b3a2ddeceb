using Microsoft.EntityFrameworkCore;
using Sessions.Data;

namespace Sessions.Outbox;

/// <summary>What other mails to the same person mean for one.</summary>
internal static class OutboxRows
{
    private static readonly Func<SessionsDb, Guid, int, Guid, Task<bool>> OnItsWay = Compiled.One((SessionsDb db, Guid person, int lane, Guid but) => db.Outbox
            .Any(o => o.PersonId == person && o.Lane == lane && o.Id != but && o.MessageId != null
                && (o.State == OutboxState.Waiting || o.State == OutboxState.Sending)
                && !db.MailPauses.Any(p => p.SeriesId == o.SeriesId) && !db.MailHolds.Any(h => h.SubjectId == o.SubjectId)));

    private static readonly Func<SessionsDb, Guid?, Guid, Task<bool>> Held = Compiled.One((SessionsDb db, Guid? series, Guid subject) => db.MailPauses.Where(p => p.SeriesId == series).Select(p => p.ById)
            .Concat(db.MailHolds.Where(h => h.SubjectId == subject).Select(h => h.ById)).Any());

    /// <summary>Written, and not yet sent, failed or dropped.</summary>
    public static Task<bool> IsAnotherOnItsWay(SessionsDb db, OutboxMessage row) => OnItsWay(db, row.PersonId, row.Lane, row.Id);

    /// <summary>A host holds back the mail of its series, or the mails about its subject.</summary>
    public static Task<bool> IsHeld(SessionsDb db, OutboxMessage row) => Held(db, row.SeriesId, row.SubjectId);

    /// <summary>A later mail about the same session was written: this one would tell an old story after the new one.</summary>
    public static Task<bool> IsOutdated(SessionsDb db, OutboxMessage row) =>
        db.Outbox.AnyAsync(o => o.PersonId == row.PersonId && o.SessionId == row.SessionId && o.SessionId != null && o.Id != row.Id
            && o.CreatedAt >= row.CreatedAt && o.MessageId != null);
}
