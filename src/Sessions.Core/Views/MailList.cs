using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.People;

namespace Sessions.Views;

/// <summary>The console's list of mails, newest first.</summary>
public sealed class MailList
{
    private const int MostAtOnce = 100;

    private readonly Database _database;

    internal MailList(Database database) => _database = database;

    public async Task<MailListPage> Find(Actor who, MailFilter filter)
    {
        await using var db = _database.Read();
        var found = Matching(db.Outbox.VisibleTo(who), filter);
        var rows = await found
            .OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id)
            .Skip(Math.Max(0, filter.Skip)).Take(Math.Clamp(filter.Take, 1, MostAtOnce))
            .Select(m => new MailRow(
                m.Id, m.Recipient, m.Kind, m.Lane == 0 || m.SeriesId == null ? null : m.Subject, m.State,
                m.DueAt, m.SentAt, m.CreatedAt, m.Attempts, m.LastError,
                db.Series.Where(s => s.Id == m.SeriesId).Select(s => s.Name).FirstOrDefault(),
                db.Sessions.Where(s => s.Id == m.SessionId).Select(s => s.Number).FirstOrDefault(),
                db.Sessions.Where(s => s.Id == m.SessionId).Select(s => s.Title).FirstOrDefault()))
            .ToListAsync();
        return new(rows, await found.CountAsync());
    }

    public async Task<MailCounts> Count(Actor who, Instant now)
    {
        var dayAgo = now - Duration.FromHours(24);
        await using var db = _database.Read();
        var mails = db.Outbox.VisibleTo(who);
        return new(
            await mails.CountAsync(m => m.SentAt > dayAgo),
            await mails.CountAsync(m => m.State == OutboxState.Waiting || m.State == OutboxState.Sending),
            await mails.CountAsync(m => m.State == OutboxState.Failed));
    }

    private static IQueryable<OutboxMessage> Matching(IQueryable<OutboxMessage> mails, MailFilter filter)
    {
        if (filter.State is { } state) mails = mails.Where(m => m.State == state);
        if (filter.SeriesId is { } series) mails = mails.Where(m => m.SeriesId == series);
        if (filter.SessionId is { } session) mails = mails.Where(m => m.SessionId == session);
        var recipient = filter.Recipient?.Trim().ToLowerInvariant();
        return string.IsNullOrEmpty(recipient) ? mails : mails.Where(m => m.Recipient.Contains(recipient));
    }
}

/// <param name="Recipient">A part of the address.</param>
public sealed record MailFilter(
    OutboxState? State = null, Guid? SeriesId = null, Guid? SessionId = null, string? Recipient = null, int Skip = 0, int Take = 50);

/// <param name="Total">Of all pages.</param>
public sealed record MailListPage(IReadOnlyList<MailRow> Rows, int Total);

/// <param name="Subject">Null before it is written, and where nobody but the recipient may read it.</param>
/// <param name="LastError">Words of the mail server, or why it was dropped.</param>
public sealed record MailRow(
    Guid Id, string Recipient, string Kind, string? Subject, OutboxState State, Instant DueAt, Instant? SentAt, Instant CreatedAt,
    int Attempts, string? LastError, string? Series, int? SessionNumber, string? SessionTitle);

/// <param name="SentInADay">In the last 24 hours.</param>
public sealed record MailCounts(int SentInADay, int Waiting, int Failed);
