using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Registrations;

namespace Sessions.Views;

/// <summary>One message to many: what it says, how far it is, and what became of it for each person.</summary>
public sealed class MessageView
{
    public const int PageSize = 50;

    private const int MostAtOnce = 200;

    private readonly Database _database;

    internal MessageView(Database database) => _database = database;

    /// <returns>Null when there is no such message in this series, or none whose mail this reader may see.</returns>
    public async Task<MessageFacts?> Find(Actor who, string slug, Guid id, MessagePart part, Instant now)
    {
        await using var db = _database.Read();
        var series = await db.Series.Where(s => s.Slug == slug).Select(s => new { s.Id, s.Name, s.Zone }).FirstOrDefaultAsync();
        if (series is null || !who.May(Act.ReadMail, series.Id)) return null;
        if (await db.GroupMessages.FirstOrDefaultAsync(m => m.Id == id && m.SeriesId == series.Id && !m.IsTest) is not { } message) return null;
        var sent = (await db.ListMessages(db.GroupMessages.Where(m => m.Id == id), now)).Single();
        var all = db.Outbox.Where(m => m.Kind == GroupMessage.MailKind && m.SubjectId == id);
        if (part.State is { } state) all = all.Where(m => m.State == state || (state == OutboxState.Waiting && m.State == OutboxState.Sending));
        var inFull = who.May(Act.SeeAddresses, series.Id);
        // What went wrong stands first.
        var people = await all.OrderByDescending(m => m.State == OutboxState.Failed).ThenBy(m => m.Recipient).Skip(Math.Max(0, part.Skip)).Take(Math.Clamp(part.Take, 1, MostAtOnce))
            .Select(m => new { m.Id, m.PersonId, m.Recipient, Name = db.People.Where(p => p.Id == m.PersonId).Select(p => p.Name).FirstOrDefault(), m.State, m.SentAt, m.DueAt, m.Attempts, m.LastError }).ToListAsync();
        return new(series.Id, series.Name, series.Zone, sent, message.Text, message.ExpiresAt, new(message.Recipients, message.StoppedNews, message.NotThem), await db.MailPauses.AnyAsync(p => p.SeriesId == series.Id),
            who.May(Act.SendMessage, series.Id), people.ConvertAll(p => new MessagePerson(p.Id, p.PersonId, inFull ? p.Recipient : EmailAddress.Masked(p.Recipient)!, p.Name, p.State, p.SentAt, p.Attempts > 0 ? p.DueAt : null, inFull ? p.LastError : p.LastError?.Replace(p.Recipient, EmailAddress.Masked(p.Recipient), StringComparison.OrdinalIgnoreCase))),
            await all.CountAsync());
    }
}

/// <summary>Which of the people are asked for.</summary>
/// <param name="State">Null is all; those that are being sent count as waiting.</param>
public sealed record MessagePart(OutboxState? State = null, int Skip = 0, int Take = MessageView.PageSize);

/// <param name="ExpiresAt">What has not left by then never does.</param>
/// <param name="Count">At sending.</param>
/// <param name="IsSeriesHeld">All mail of the series is held back.</param>
/// <param name="Total">Of the people asked for, on all pages.</param>
public sealed record MessageFacts(Guid SeriesId, string Series, string Zone, SentMessage Message, string Text, Instant ExpiresAt, GroupCount Count, bool IsSeriesHeld, bool MaySend, IReadOnlyList<MessagePerson> People, int Total);

/// <param name="Address">As much of it as the reader may see.</param>
/// <param name="NextTry">Where it was tried before and waits.</param>
/// <param name="Why">Words of the mail server, or why it was left out.</param>
public sealed record MessagePerson(Guid MailId, Guid PersonId, string Address, string? Name, OutboxState State, Instant? SentAt, Instant? NextTry, string? Why);
