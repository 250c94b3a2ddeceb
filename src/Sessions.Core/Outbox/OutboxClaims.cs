using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;

namespace Sessions.Outbox;

/// <summary>
/// Takes mails that are due, each in a write of its own (they share a commit): the check that it is still free, the
/// composing, and the bytes that every attempt will send. A crash afterwards frees it by time.
/// </summary>
internal sealed class OutboxClaims(
    Database database,
    OutboxComposer composer,
    IEnumerable<IMailGate> gates,
    TimeProvider time,
    IStringLocalizer<OutboxClaims> words,
    ILogger<OutboxClaims> log)
{
    private static readonly int[] Urgent = [0];
    private static readonly int[] All = [0, 1];

    // One state and one lane at a time: so asked, an index holds the answer in its order, and a long queue costs no more than a short one.
    private static readonly Func<SessionsDb, Instant, OutboxState, int, int, string, IAsyncEnumerable<Candidate>> DueRows = Compiled.Many((SessionsDb db, Instant now, OutboxState state, int lane, int atMost, string but) => db.Outbox
        .Where(m => m.State == state && m.Lane == lane && m.DueAt <= now && (m.ClaimedUntil == null || m.ClaimedUntil <= now))
        .Where(m => m.MessageId != null || !db.Outbox.Any(o => o.PersonId == m.PersonId && o.Lane == m.Lane && o.MessageId != null
            && (o.State == OutboxState.Waiting || o.State == OutboxState.Sending)
            && !db.MailPauses.Any(p => p.SeriesId == o.SeriesId) && !db.MailHolds.Any(h => h.SubjectId == o.SubjectId)))
        // What expires in a pause is taken all the same, to be put down as dropped.
        .Where(m => m.Lane == 0 || m.ExpiresAt <= now || (!db.MailPauses.Any(p => p.SeriesId == m.SeriesId) && !db.MailHolds.Any(h => h.SubjectId == m.SubjectId)))
        .Where(m => but == "" || !but.Contains((m.Recipient + Crowd.End).Substring(m.Recipient.IndexOf(Crowd.Start))))
        .OrderBy(m => m.DueAt).ThenBy(m => m.Id)
        .Select(m => new Candidate(m.Id, m.PersonId, m.Kind, m.Recipient))
        .Take(atMost));

    private static readonly Func<SessionsDb, Instant, Task<bool>> IsStranded = Compiled.One((SessionsDb db, Instant now) => db.Outbox.Any(m => m.State == OutboxState.Sending && m.ClaimedUntil <= now));

    private static readonly Func<SessionsDb, Guid, Task<OutboxMessage?>> Row = Compiled.One((SessionsDb db, Guid id) =>
        db.Outbox.AsTracking().Include(m => m.Body).FirstOrDefault(m => m.Id == id));

    /// <summary>
    /// Sign-in mails first, then what was left behind by a crash, then what has been due the longest. Nothing more is written to a person while a written mail of
    /// theirs has not left: a calendar reads its messages in the order of their numbers.
    /// </summary>
    /// <param name="crowd">Domains of which only so many more may go; null is none.</param>
    public async Task<Claims> Take(bool urgentOnly, int atMost, Duration life, Crowd? crowd = null)
    {
        var due = await Due(urgentOnly, atMost, crowd ?? Crowd.None);
        var claimed = await Task.WhenAll(due.Select(row => Take(row, life)));
        return new(claimed.Count(c => c.IsDone), [.. claimed.Select(c => c.Mail).OfType<ClaimedMail>()]);
    }

    private async Task<IReadOnlyList<Candidate>> Due(bool urgentOnly, int atMost, Crowd crowd)
    {
        await using var db = database.Read();
        var now = time.Now();
        OutboxState[] states = await IsStranded(db, now) ? [OutboxState.Sending, OutboxState.Waiting] : [OutboxState.Waiting];
        var rows = new List<Candidate>();
        foreach (var lane in urgentOnly ? Urgent : All)
            foreach (var state in states)
                if (rows.Count < atMost) rows.AddRange(await DueRows(db, now, state, lane, atMost - rows.Count, crowd.Places == 0 ? crowd.Text : "").ToListAsync());
        var left = crowd.Places;
        return [.. rows.DistinctBy(row => row.PersonId).Where(row => !crowd.Holds(row.Recipient) || left-- > 0)];
    }

    /// <returns>Not done when the database took nothing at all: asking again at once would only turn in a circle.</returns>
    private async Task<(bool IsDone, ClaimedMail? Mail)> Take(Candidate candidate, Duration life)
    {
        try
        {
            // The person's row: two mails about the same calendar entry must not both take the same SEQUENCE.
            return (true, await database.Write(db => Claim(db, candidate.Id, life), RowLocks.Person(candidate.PersonId)));
        }
        catch (Exception fault)
        {
            return (await NotWritten(candidate, fault), null);
        }
    }

    private async Task<ClaimedMail?> Claim(SessionsDb db, Guid id, Duration life)
    {
        var now = time.Now();
        var row = await Row(db, id);
        if (row is null || !row.IsDue(now)) return null;
        if (await WhyNot(db, row, now) is { } reason) return Drop(db, row, reason);
        if (row.Lane > 0 && await OutboxRows.IsHeld(db, row)) return null;
        var isWritten = row.Body is not null;
        if (!isWritten && await OutboxRows.IsAnotherOnItsWay(db, row)) return null;
        if (!isWritten && !await Compose(db, row, now)) return Drop(db, row, words["There was nothing left to say."]);
        var body = row.Body ?? db.OutboxBodies.Local.Single(b => b.Id == id);
        if (!isWritten) return Claimed(row, composer.Read(row, body.Bytes), now + life);
        try
        {
            return Claimed(row, composer.Read(row, body.Bytes), now + life);
        }
        catch (Exception unreadable) when (unreadable is FormatException or ArgumentException)
        {
            // Never again would it be otherwise, and until it ends nothing else is written to this person.
            row.Fail(words["What was kept of this message cannot be read any more ({0}).", unreadable.GetType().Name]);
            if (row.IsPrivate) db.Remove(body);
            return null;
        }
    }

    private static ClaimedMail Claimed(OutboxMessage row, OutgoingMail mail, Instant until)
    {
        row.Claim(until);
        return new(row.Id, row.Kind, row.Attempts, mail);
    }

    private async Task<bool> Compose(SessionsDb db, OutboxMessage row, Instant now)
    {
        if (await composer.Compose(db, row, now) is not { } mail) return false;
        var id = composer.IdOf(row);
        var shown = mail.Body.Masked();
        db.Add(new OutboxBody { Id = row.Id, Bytes = composer.Write(row, mail, id, now), Preview = shown.ToText(), PreviewHtml = row.IsPrivate ? null : shown.ToHtml() });
        row.Identify(mail.Subject, id);
        mail.Identified?.Invoke(id);
        return true;
    }

    private async Task<string?> WhyNot(SessionsDb db, OutboxMessage row, Instant now)
    {
        if (row.ExpiresAt <= now) return words["Its time passed before it could be sent."];
        foreach (var gate in gates)
        {
            if (await gate.Bar(db, row, now) is { } reason) return reason;
        }
        return null;
    }

    private static ClaimedMail? Drop(SessionsDb db, OutboxMessage row, string reason)
    {
        row.Drop(reason);
        if (row is { IsPrivate: true, Body: { } body }) db.Remove(body);
        return null;
    }

    /// <returns>False when not even that could be written down.</returns>
    private async Task<bool> NotWritten(Candidate candidate, Exception fault)
    {
        // Not the fault itself: its message may quote an address or a link.
        log.LogError("Mail {Id} ({Kind}) could not be written: {Fault}\n{Where}", candidate.Id, candidate.Kind, fault.GetType().Name, fault.StackTrace);
        try
        {
            await database.Write(async db =>
            {
                var now = time.Now();
                var row = await db.Outbox.FirstOrDefaultAsync(m => m.Id == candidate.Id);
                if (row is not null && row.IsDue(now))
                    row.NotWritten(words["The message could not be written ({0}); the log says where.", fault.GetType().Name], now);
            });
            return true;
        }
        catch (Exception again)
        {
            // What was claimed beside it still goes.
            log.LogError("Mail {Id} could not be put off either: {Fault}", candidate.Id, again.GetType().Name);
            return false;
        }
    }

    private sealed record Candidate(Guid Id, Guid PersonId, string Kind, string Recipient);
}
