using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Registrations;

namespace Sessions.Workflows;

/// <summary>A host writes to a group of the people of a series: sees it first, sends it to themselves, sends it.</summary>
public sealed class SendMessage
{
    /// <summary>The same words to the same group within this time are the same message: a second click, or a program that asks again.</summary>
    private static readonly Duration Same = Duration.FromHours(1);

    private static readonly Duration Day = Duration.FromHours(24);

    private readonly Database _database;
    private readonly OutboxComposer _composer;
    private readonly TimeProvider _time;
    private readonly IStringLocalizer<SendMessage> _words;

    internal SendMessage(Database database, OutboxComposer composer, TimeProvider time, IStringLocalizer<SendMessage> words) => (_database, _composer, _time, _words) = (database, composer, time, words);

    /// <summary>Whom it would reach now, and the mail as the first of them would get it; nothing is saved.</summary>
    public Task<Answer<MessageAhead, GroupMessageRefusal>> Preview(Actor who, Guid seriesId, GroupMessageForm form) => _database.Rehearse<Answer<MessageAhead, GroupMessageRefusal>>(async db =>
    {
        var now = _time.Now();
        var drafted = await Draft(db, who, seriesId, form, isTest: false, now);
        if (drafted is not { Value: { } draft }) return drafted.No!.Value;
        db.Add(draft.Message);
        var first = await GroupMessageRows.Reached(db, draft.Message, now).Select(p => new { p.Id, p.Address }).FirstOrDefaultAsync();
        if (first is null) return new MessageAhead(draft.Count, null, null, null, null);
        var mail = await _composer.Compose(db, Row(draft.Message, first.Id, first.Address!, now), now);
        return mail is null ? GroupMessageRefusal.Nobody : new MessageAhead(draft.Count, first.Address, mail.Subject, mail.Body.Masked().ToText(), mail.Body.Masked().ToHtml());
    });

    /// <summary>To the author's own address, marked as a test.</summary>
    /// <returns>The address.</returns>
    public Task<Answer<string, GroupMessageRefusal>> Test(Actor who, Guid seriesId, GroupMessageForm form) => _database.Write<Answer<string, GroupMessageRefusal>>(async db =>
    {
        var now = _time.Now();
        var drafted = await Draft(db, who, seriesId, form, isTest: true, now);
        if (drafted is not { Value: { } draft }) return drafted.No!.Value;
        if (await db.People.Where(p => p.Id == who.PersonId && p.BlockedAt == null).Select(p => p.Address).FirstOrDefaultAsync() is not { } address) return GroupMessageRefusal.NoAddress;
        var hourAgo = now - Duration.FromHours(1);
        if (await db.GroupMessages.CountAsync(m => m.ById == who.PersonId && m.IsTest && m.SentAt > hourAgo) >= GroupMessageRules.MostTestsInAnHour) return GroupMessageRefusal.TooManyTests;
        var message = db.Add(draft.Message).Entity;
        await db.Owe(new(GroupMessage.KeyFor(message.Id, who.PersonId), GroupMessage.MailKind, message.Id, who.PersonId, address, message.ExpiresAt) { SeriesId = seriesId, IsFirst = true }, now);
        return address;
    }, RowLocks.Person(who.PersonId));

    public Task<Answer<MessageSent, GroupMessageRefusal>> Save(Actor who, Guid seriesId, GroupMessageForm form) => _database.Write<Answer<MessageSent, GroupMessageRefusal>>(async db =>
    {
        var now = _time.Now();
        var drafted = await Draft(db, who, seriesId, form, isTest: false, now);
        if (drafted is not { Value: { } draft }) return drafted.No!.Value;
        var (message, recent) = (draft.Message, await Recent(db, draft.Message, now));
        if (recent.Find(m => m.StoppedAt is null && m.SentAt > now - Same && IsSame(m, message)) is { } before) return new MessageSent(before.Id, before.Recipients);
        if (recent.Count >= GroupMessageRules.MostInADay) return GroupMessageRefusal.TooManyToday;
        if (message.Recipients == 0) return GroupMessageRefusal.Nobody;
        db.Add(message);
        db.Add(new Notice { Id = message.Id, Kind = GroupMessage.MailKind, SubjectId = message.Id, DueAt = now, CreatedAt = now });
        db.Add(new AuditEntry
        {
            At = now,
            ActorId = who.PersonId,
            SeriesId = seriesId,
            SessionId = message.SessionId,
            Text = TypedText.Cut(_words["Wrote “{0}” to {1} people: {2}", message.Subject, message.Recipients, Group(message.Audience)], 500),
        });
        return new MessageSent(message.Id, message.Recipients);
    }, RowLocks.Series(seriesId));

    private static async Task<Answer<Drafted, GroupMessageRefusal>> Draft(SessionsDb db, Actor who, Guid seriesId, GroupMessageForm form, bool isTest, Instant now)
    {
        if (!await db.Series.AnyAsync(s => s.Id == seriesId)) return GroupMessageRefusal.NotFound;
        if (!who.May(Act.SendMessage, seriesId)) return GroupMessageRefusal.NotAllowed;
        var check = GroupMessageRules.Check(form);
        if (check is not { Value: { } typed }) return check.No!.Value;
        var session = typed.SessionId is null ? null : await db.Sessions.Where(s => s.Id == typed.SessionId && s.SeriesId == seriesId && s.PublishedAt != null).Select(s => new { s.When }).FirstOrDefaultAsync();
        if (session is null && typed.SessionId is not null) return GroupMessageRefusal.NotFound;
        if (typed.Audience == GroupAudience.Missed && !(session!.When.End <= now)) return GroupMessageRefusal.NotOver;
        var ends = isTest ? now + GroupMessage.TestLife : session?.When.OverAt > now ? session.When.OverAt.Value : now + GroupMessage.Life;
        var message = Message(typed, new(0, 0, 0));
        var count = await GroupMessageRows.Count(db, message, now);
        return new Drafted(Message(typed, count), count);

        GroupMessage Message(GroupMessageForm of, GroupCount count) => new()
        {
            SeriesId = seriesId,
            SessionId = of.SessionId,
            Audience = of.Audience,
            Subject = of.Subject!,
            Text = of.Text!,
            ById = who.PersonId,
            SentAt = now,
            ExpiresAt = ends,
            IsTest = isTest,
            Recipients = isTest ? 1 : count.Recipients,
            StoppedNews = count.StoppedNews,
            NotThem = count.NotThem,
        };
    }

    private static Task<List<GroupMessage>> Recent(SessionsDb db, GroupMessage message, Instant now)
    {
        var since = now - Day;
        return db.GroupMessages.Where(m => m.SeriesId == message.SeriesId && !m.IsTest && m.SentAt > since).ToListAsync();
    }

    private static bool IsSame(GroupMessage a, GroupMessage b) => (a.SessionId, a.Audience, a.Subject, a.Text) == (b.SessionId, b.Audience, b.Subject, b.Text);

    private static OutboxMessage Row(GroupMessage message, Guid person, string address, Instant now) => new()
    {
        Key = GroupMessage.KeyFor(message.Id, person),
        Kind = GroupMessage.MailKind,
        SubjectId = message.Id,
        PersonId = person,
        Recipient = address,
        SeriesId = message.SeriesId,
        Lane = 1,
        DueAt = now,
        ExpiresAt = message.ExpiresAt,
        CreatedAt = now,
    };

    private string Group(GroupAudience audience) => audience switch
    {
        GroupAudience.Confirmed => _words["with a place in the session"],
        GroupAudience.Waiting => _words["waiting for a place in the session"],
        GroupAudience.Came => _words["came to the session"],
        GroupAudience.Missed => _words["missed the session"],
        GroupAudience.Upcoming => _words["with a place in a session to come"],
        GroupAudience.Standing => _words["come to every session"],
        GroupAudience.Followers => _words["follow the series"],
        _ => _words["came to a session of the series"],
    };

    private sealed record Drafted(GroupMessage Message, GroupCount Count);
}

/// <param name="Recipient">Who would get it first; null, as the rest, where nobody would.</param>
/// <param name="Text">Secret links masked, as everywhere in the console.</param>
public sealed record MessageAhead(GroupCount Count, string? Recipient, string? Subject, string? Text, string? Html);

public sealed record MessageSent(Guid Id, int Recipients);
