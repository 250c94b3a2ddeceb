using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Invitations;
using Sessions.Mail;

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
        if (message.Report is { } report) return [new(null, (db, mail, now) => ReportTaker.Take(db, mail, report, now))];
        if (message.Calendars.Count > 0) return Answers(message);
        if (message.IsAutomatic) return [Refusal(ReplyRefusal.Automatic)];
        return message.Text.Length == 0 ? [Refusal(ReplyRefusal.NothingInIt)] : [new(null, (db, mail, _) => LetterTaker.Take(db, mail, message))];
    }

    private List<Act> Answers(InboundMessage message)
    {
        var texts = message.Calendars.Select(ReplyReader.Read).ToList();
        // Some programs send the calendar twice, as a part and as a file.
        var acts = texts.Where(t => t.Method is "REPLY" or "COUNTER").SelectMany(t => t.Replies.Select(r => (t.Method, Reply: r))).DistinctBy(r => (r.Method, r.Reply.Uid, r.Reply.Slot)).Take(MostAnswers)
            .Select(r => new Act(r.Reply.Uid, (db, mail, now) => ReplyTaker.Take(db, _rsvp, mail, message, r.Reply, r.Method == "COUNTER", now))).ToList();
        return acts.Count > 0 ? acts : [Refusal(texts.Exists(t => t.Method is not ("" or "REPLY" or "COUNTER")) ? ReplyRefusal.NotOurs : ReplyRefusal.NothingInIt)];
    }

    private static Act Refusal(ReplyRefusal why) => new(null, (_, mail, _) =>
    {
        mail.Refusal = why;
        return Task.CompletedTask;
    });

    private async Task<InboundResult> Once(CameIn came, int part, Act act)
    {
        await using var read = _database.Read();
        var sessionId = act.Uid is { } uid ? await read.CalendarEntries.Where(e => e.Uid == uid).Select(e => (Guid?)e.SessionId).FirstOrDefaultAsync() : null;
        return await _database.Write(async db =>
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
            await act.Take(db, mail, mail.At);
            db.Add(mail);
            if (mail.Effect is InboundEffect.Letter or InboundEffect.Proposed) await LetterEmails.Owe(db, mail, mail.At);
            return new InboundResult(mail.Effect, mail.Refusal);
        }, sessionId is { } session ? RowLocks.Session(session) : default);
    }

    private sealed record CameIn(string Key, InboundWay Way, InboundMessage? Message);

    /// <param name="Uid">Of the entry that it is about.</param>
    private sealed record Act(string? Uid, Func<SessionsDb, InboundMail, Instant, Task> Take);
}

/// <param name="Refusal">Null unless it did nothing.</param>
public sealed record InboundResult(InboundEffect Effect, ReplyRefusal? Refusal);
