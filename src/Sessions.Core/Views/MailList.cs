using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.People;

namespace Sessions.Views;

/// <summary>The console's list of mails, newest first.</summary>
public sealed class MailList
{
    private const int MostAtOnce = 200;

    private readonly Database _database;

    internal MailList(Database database) => _database = database;

    public async Task<MailListResult> Find(Actor who, MailFilter filter)
    {
        await using var db = _database.Read();
        var found = Matching(db.Outbox.VisibleTo(who), filter);
        var rows = await found
            .OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id)
            .Skip(Math.Max(0, filter.Skip)).Take(Math.Clamp(filter.Take, 1, MostAtOnce))
            .AsRows(db).ToListAsync();
        return new(rows, await found.CountAsync());
    }

    /// <summary>What there is mail of, to choose from.</summary>
    /// <param name="seriesId">Whose sessions; null is none.</param>
    public async Task<MailPlaces> Places(Actor who, Guid? seriesId)
    {
        await using var db = _database.Read();
        var mails = db.Outbox.VisibleTo(who);
        var chosen = seriesId is { } id && who.May(Act.ReadMail, id) ? seriesId : null;
        var series = await db.Series.Where(s => s.Id == chosen || mails.Any(m => m.SeriesId == s.Id)).OrderBy(s => s.Name).Select(s => new MailPlace(s.Id, s.Name)).ToListAsync();
        return new(series, chosen is null ? [] : await db.ListHosted(db.Sessions.Where(s => s.SeriesId == chosen && mails.Any(m => m.SessionId == s.Id)).Soonest()));
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
        if (filter.Kind is { } kind) mails = mails.Where(m => m.Kind == kind);
        if (filter.PersonId is { } person) mails = mails.Where(m => m.PersonId == person);
        if (filter.From is { } from) mails = mails.Where(m => (m.SentAt ?? m.DueAt) >= from);
        if (filter.Until is { } until) mails = mails.Where(m => (m.SentAt ?? m.DueAt) < until);
        var recipient = filter.Recipient?.Trim().ToLowerInvariant();
        return string.IsNullOrEmpty(recipient) ? mails : mails.Where(m => m.Recipient.Contains(recipient));
    }
}

/// <param name="Recipient">A part of the address.</param>
public sealed record MailFilter(
    OutboxState? State = null, Guid? SeriesId = null, Guid? SessionId = null, string? Recipient = null, int Skip = 0, int Take = 50)
{
    public string? Kind { get; init; }

    public Guid? PersonId { get; init; }

    /// <summary>Sent, or due where it has not been sent.</summary>
    public Instant? From { get; init; }

    /// <summary>Not included.</summary>
    public Instant? Until { get; init; }
}

/// <param name="Total">Of all pages.</param>
public sealed record MailListResult(IReadOnlyList<MailRow> Rows, int Total);

/// <param name="Sessions">Of one series, soonest first.</param>
public sealed record MailPlaces(IReadOnlyList<MailPlace> Series, IReadOnlyList<HostedSession> Sessions)
{
    public static readonly MailPlaces None = new([], []);
}

public sealed record MailPlace(Guid Id, string Name);

/// <param name="SentInADay">In the last 24 hours.</param>
public sealed record MailCounts(int SentInADay, int Waiting, int Failed);
