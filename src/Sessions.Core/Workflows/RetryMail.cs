using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.People;

namespace Sessions.Workflows;

public enum RetryMailRefusal
{
    /// <summary>There is no such mail, or not for this person.</summary>
    NotFound = 1,

    /// <summary>Sent, dropped, under way, private, told over by a later mail, or its time has passed.</summary>
    NotOpen = 2,
}

/// <summary>A host sends a failed mail again, the same bytes, at once.</summary>
public sealed class RetryMail
{
    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly IStringLocalizer<RetryMail> _words;

    internal RetryMail(Database database, TimeProvider time, IStringLocalizer<RetryMail> words) => (_database, _time, _words) = (database, time, words);

    public Task<Answer<bool, RetryMailRefusal>> Run(Actor who, Guid id) => _database.Write<Answer<bool, RetryMailRefusal>>(async db =>
    {
        var now = _time.Now();
        var row = await db.Outbox.FirstOrDefaultAsync(m => m.Id == id);
        if (row?.SeriesId is not { } series || !who.May(Act.RetryMail, series)) return RetryMailRefusal.NotFound;
        if (!row.MayRetry(now) || await OutboxRows.IsOutdated(db, row)) return RetryMailRefusal.NotOpen;
        row.Retry(now);
        db.Add(new AuditEntry
        {
            At = now,
            ActorId = who.PersonId,
            SeriesId = series,
            SessionId = row.SessionId,
            Text = _words["Sent the mail to {0} again", EmailAddress.Parse(row.Recipient).Mask],
        });
        return true;
    });
}
