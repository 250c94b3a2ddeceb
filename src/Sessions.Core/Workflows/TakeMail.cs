using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Sessions.Data;
using Sessions.Invitations;
using Sessions.Mail;
using Sessions.Registrations;

namespace Sessions.Workflows;

/// <summary>
/// Takes in one message, by whichever way it came: an answer from a calendar, a report on a mail of ours, a person's words.
/// The same message again does nothing again, and nothing in it throws.
/// </summary>
public sealed class TakeMail
{
    private const int MostAnswers = 60;

    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly RsvpAddress _rsvp;

    internal TakeMail(Database database, TimeProvider time, RsvpAddress rsvp) => (_database, _time, _rsvp) = (database, time, rsvp);

    /// <param name="raw">The message as it stands in the mailbox (RFC 5322).</param>
    /// <returns>What it did, one for each answer in it; what an earlier taking did where it was taken before.</returns>
    public async Task<IReadOnlyList<InboundResult>> Run(ReadOnlyMemory<byte> raw, InboundWay way)
    {
        var message = InboundReader.Read(raw);
        // What was too large to fetch is each a message of its own.
        var came = new CameIn(message?.Id ?? (raw.IsEmpty ? $"{Guid.CreateVersion7():n}" : Convert.ToHexStringLower(SHA256.HashData(raw.Span))), way, message);
        var results = new List<InboundResult>();
        foreach (var (part, act) in Acts(message).Index()) results.Add(await Once(came, part, act));
        return results;
    }

    private IEnumerable<Act> Acts(InboundMessage? message)
    {
        if (message is null) return [Refusal(ReplyRefusal.Unreadable)];
        if (message.Report is { } report) return [Whole((db, mail, now) => ReportTaker.Take(db, mail, report, now))];
        if (_rsvp.IsTest(message)) return [Whole((_, mail, _) => Tested(mail, message))];
        if (message.Calendars.Count > 0) return Answers(message);
        if (message.IsAutomatic) return [Refusal(ReplyRefusal.Automatic)];
        return message.Text.Length == 0 ? [Refusal(ReplyRefusal.NothingInIt)] : [Whole((db, mail, now) => LetterTaker.Take(db, mail, message, now))];
    }

    private List<Act> Answers(InboundMessage message)
    {
        var texts = message.Calendars.Select(ReplyReader.Read).ToList();
        // Some programs send the calendar twice, as a part and as a file.
        var acts = texts.Where(t => t.Method is "REPLY" or "COUNTER").SelectMany(t => t.Replies.Select(r => (t.Method, Reply: r))).DistinctBy(r => (r.Method, r.Reply.Uid, r.Reply.Slot)).Take(MostAnswers)
            .Select(r => new Act(r.Reply, (db, mail, held, now) => ReplyTaker.Take(db, _rsvp, mail, message, r.Reply, r.Method == "COUNTER", held, now))).ToList();
        return acts.Count > 0 ? acts : [Refusal(texts.Exists(t => t.Method is not ("" or "REPLY" or "COUNTER")) ? ReplyRefusal.NotOurs : ReplyRefusal.NothingInIt)];
    }

    private static Act Refusal(ReplyRefusal why) => Whole((_, mail, _) =>
    {
        mail.Refusal = why;
        return Task.CompletedTask;
    });

    private static Task Tested(InboundMail mail, InboundMessage message)
    {
        (mail.Effect, mail.Text) = (InboundEffect.Tested, message.ReceivedAt is { } at ? InstantPattern.General.Format(Instant.FromDateTimeOffset(at)) : null);
        return Task.CompletedTask;
    }

    private static Act Whole(Func<SessionsDb, InboundMail, Instant, Task> take) => new(null, async (db, mail, _, now) =>
    {
        await take(db, mail, now);
        return true;
    });

    private async Task<InboundResult> Once(CameIn came, int part, Act act)
    {
        for (; ; )
        {
            var held = act.Answer is { } answer ? await Held(answer) : HeldRows.None;
            if (await _database.Write(db => Once(db, came, part, act, held), held.Locks) is { } result) return result;
        }
    }

    /// <returns>Null, with nothing done, where the act reaches further than what is held.</returns>
    private async Task<InboundResult?> Once(SessionsDb db, CameIn came, int part, Act act, HeldRows held)
    {
        if (await db.InboundMail.FirstOrDefaultAsync(m => m.Key == came.Key && m.Part == part) is { } before) return new InboundResult(before.Effect, before.Refusal);
        var mail = new InboundMail
        {
            Key = came.Key,
            Part = part,
            Way = came.Way,
            At = _time.Now(),
            Effect = InboundEffect.Refused,
            From = came.Message?.From?.Value,
            Subject = came.Message?.Subject ?? "",
        };
        if (!await act.Take(db, mail, held, mail.At)) return null;
        db.Add(mail);
        if (mail.Effect is InboundEffect.Letter or InboundEffect.Proposed) await LetterEmails.Owe(db, mail, mail.At);
        return new InboundResult(mail.Effect, mail.Refusal);
    }

    /// <summary>The session that is answered; all that the series reaches where it is the whole of a recurring entry. And the person: a mail that is written about the same entry meanwhile would not know the answer.</summary>
    private async Task<HeldRows> Held(Reply answer)
    {
        await using var read = _database.Read();
        var entries = await read.CalendarEntries.Include(e => e.Recurring).Where(e => e.Uid == answer.Uid).ToListAsync();
        if (answer.Slot is null && entries.Find(e => e.Recurring is not null)?.Recurring is { } recurring)
        {
            var reached = await StandingRows.Reached(read, recurring.SeriesId, recurring.PersonId, _time.Now());
            return new(RowLocks.Series(recurring.SeriesId).And(RowLocks.Session(reached)).And(RowLocks.Person(recurring.PersonId)), reached);
        }

        return (entries.Find(e => e.Occurrence is null || e.Occurrence == answer.Slot) ?? entries.FirstOrDefault()) is { } one
            ? new(RowLocks.Session(one.SessionId).And(RowLocks.Person(one.PersonId)), [one.SessionId]) : HeldRows.None;
    }

    private sealed record CameIn(string Key, InboundWay Way, InboundMessage? Message);

    /// <param name="Answer">Null is none to an entry.</param>
    private sealed record Act(Reply? Answer, Func<SessionsDb, InboundMail, HeldRows, Instant, Task<bool>> Take);
}

/// <param name="Sessions">That the write holds.</param>
internal sealed record HeldRows(RowLocks Locks, IReadOnlyCollection<Guid> Sessions)
{
    public static readonly HeldRows None = new(default, []);
}

/// <param name="Refusal">Null unless it did nothing.</param>
public sealed record InboundResult(InboundEffect Effect, ReplyRefusal? Refusal);
