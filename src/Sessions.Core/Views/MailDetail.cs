using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.People;

namespace Sessions.Views;

/// <summary>One mail as a host may read it: secret links masked, before and after it leaves.</summary>
public sealed class MailDetail
{
    private readonly Database _database;
    private readonly OutboxComposer _composer;
    private readonly ILogger<MailDetail> _log;

    internal MailDetail(Database database, OutboxComposer composer, ILogger<MailDetail> log) =>
        (_database, _composer, _log) = (database, composer, log);

    /// <returns>Null when there is none, or none for this reader.</returns>
    public async Task<MailDetails?> Find(Actor who, Guid id, Instant now)
    {
        await using var db = _database.Read();
        var row = await db.Outbox.VisibleTo(who).FirstOrDefaultAsync(m => m.Id == id);
        if (row is null) return null;
        var listed = await db.Outbox.Where(m => m.Id == id).AsRows(db).SingleAsync();
        var (text, subject, words, look) = await Read(db, row, now);
        return new(listed with { Subject = subject }, text, words, row.MayRetry(now) && row.SeriesId is { } own && who.May(Act.RetryMail, own) && !await OutboxRows.IsOutdated(db, row)) { Look = look };
    }

    private async Task<(MailReading Text, string? Subject, string? Words, MailLook? Look)> Read(SessionsDb db, OutboxMessage row, Instant now)
    {
        if (row.IsPrivate) return (MailReading.Private, null, null, null);
        if (await db.OutboxBodies.Where(b => b.Id == row.Id).Select(b => new { b.Preview, b.PreviewHtml }).FirstOrDefaultAsync() is { } written)
            return (MailReading.Written, row.Subject, written.Preview, written.PreviewHtml is { } html ? MailLook.Of(written.Preview, html) : null);
        if (row.State is not OutboxState.Waiting) return (MailReading.Gone, row.Subject, null, null);
        try
        {
            var mail = await _database.Rehearse(facts => _composer.Compose(facts, row, now));
            if (mail is null) return (MailReading.NothingToSay, null, null, null);
            var look = MailLook.Of(mail.Body.Masked());
            return (MailReading.Preview, mail.Subject, look.Text, look);
        }
        catch (Exception fault)
        {
            _log.LogError("The preview of mail {Id} ({Kind}) could not be written: {Fault}\n{Where}", row.Id, row.Kind, fault.GetType().Name, fault.StackTrace);
            return (MailReading.CannotBeWritten, row.Subject, null, null);
        }
    }
}

/// <summary>What can be read of a mail.</summary>
public enum MailReading
{
    /// <summary>As it went out, or will.</summary>
    Written = 1,

    /// <summary>As it would be written now.</summary>
    Preview = 2,

    /// <summary>Deleted 30 days after sending, or never written.</summary>
    Gone = 3,

    /// <summary>Sign-in, set-up and proof mails: for the recipient alone.</summary>
    Private = 4,

    NothingToSay = 5,
    CannotBeWritten = 6,
}

/// <param name="Words">Plain text; null unless <paramref name="Text"/> is Written or Preview.</param>
public sealed record MailDetails(MailRow Row, MailReading Text, string? Words, bool MayRetry)
{
    /// <summary>As HTML too; null where <see cref="Words"/> is, and for a mail that left before it was kept.</summary>
    public MailLook? Look { get; init; }
}
