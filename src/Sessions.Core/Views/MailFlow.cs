using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.People;

namespace Sessions.Views;

/// <summary>Whether mail moves: what leaves next, what was last sent, what last went wrong, and which series are held back.</summary>
public sealed class MailFlow
{
    private readonly Database _database;

    internal MailFlow(Database database) => _database = database;

    public async Task<MailFlowFacts> Read(Actor who, Instant now)
    {
        await using var db = _database.Read();
        var mails = db.Outbox.VisibleTo(who);
        var next = await mails.Where(m => m.State == OutboxState.Waiting && (m.Lane == 0 || (!db.MailPauses.Any(p => p.SeriesId == m.SeriesId) && !db.MailHolds.Any(h => h.SubjectId == m.SubjectId)))).MinAsync(m => (Instant?)m.DueAt);
        var sent = await mails.MaxAsync(m => m.SentAt);
        var fault = await mails.Where(m => m.LastError != null && (m.State == OutboxState.Failed || m.State == OutboxState.Waiting))
            .OrderByDescending(m => m.DueAt).Select(m => new { m.Id, m.LastError }).FirstOrDefaultAsync();
        return new(next, sent, fault?.Id, fault?.LastError, await Series(db, who, now));
    }

    private static async Task<IReadOnlyList<MailSeries>> Series(SessionsDb db, Actor who, Instant now)
    {
        var own = who.Series.Where(id => who.May(Act.ReadMail, id)).ToList();
        var all = who.IsAdmin && Rights.Allow(Role.Admin, Act.ReadMail);
        var rows = await db.Series.Where(s => all || own.Contains(s.Id)).OrderBy(s => s.Name)
            .Select(s => new { s.Id, s.Name, s.Zone, Pause = db.MailPauses.FirstOrDefault(p => p.SeriesId == s.Id) }).ToListAsync();
        var paused = rows.Where(r => r.Pause is not null).Select(r => (Guid?)r.Id).ToList();
        var people = rows.Where(r => r.Pause is not null).Select(r => r.Pause!.ById).ToList();
        var names = await db.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.DisplayName);
        var held = (await db.Outbox.Where(m => paused.Contains(m.SeriesId) && m.Lane > 0 && m.State == OutboxState.Waiting).GroupBy(m => m.SeriesId)
            .Select(g => new { g.Key, Waiting = g.Count(), Next = g.Min(m => m.ExpiresAt) }).ToListAsync()).ToDictionary(g => g.Key!.Value);
        var lost = (await db.Outbox.Where(m => paused.Contains(m.SeriesId) && m.Lane > 0 && m.State == OutboxState.Dropped && m.ExpiresAt <= now
                && db.MailPauses.Any(p => p.SeriesId == m.SeriesId && p.At <= m.ExpiresAt)).OrderBy(m => m.ExpiresAt).Take(MailPauseFacts.MostNamed)
            .Select(m => new { m.SeriesId, m.Recipient }).ToListAsync()).ToLookup(m => m.SeriesId, m => m.Recipient);
        return [.. rows.Select(r => new MailSeries(r.Id, r.Name, r.Zone, who.May(Act.PauseMail, r.Id), r.Pause is not { } pause ? null : new(
            names.GetValueOrDefault(pause.ById) ?? "", pause.At, pause.Why, held.GetValueOrDefault(r.Id)?.Waiting ?? 0, held.GetValueOrDefault(r.Id)?.Next, [.. lost[r.Id]])))];
    }
}

/// <param name="NextAt">When the next mail is due; null when none waits.</param>
/// <param name="Fault">What the mail server said, as it came.</param>
public sealed record MailFlowFacts(Instant? NextAt, Instant? LastSentAt, Guid? FaultId, string? Fault, IReadOnlyList<MailSeries> Series);

/// <param name="Pause">Null while its mail leaves.</param>
public sealed record MailSeries(Guid Id, string Name, string Zone, bool MayPause, MailPauseFacts? Pause);

/// <param name="Waiting">Mails that leave when the pause ends.</param>
/// <param name="NextExpiry">When the first of them has no use any more.</param>
/// <param name="Lost">To whom mails went out of date in this pause.</param>
public sealed record MailPauseFacts(string By, Instant At, string? Why, int Waiting, Instant? NextExpiry, IReadOnlyList<string> Lost)
{
    public const int MostNamed = 50;
}
