using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;

namespace Sessions.Outbox;

/// <summary>Mail that should have left.</summary>
/// <param name="Count">Due now; those that are put off by the schedule are not.</param>
/// <param name="OldestDueAt">Null when nothing is due.</param>
/// <param name="LeavesSlowly">The oldest waits too long although others left meanwhile: a mailing to many.</param>
public sealed record OverdueMail(int Count, Instant? OldestDueAt, bool LeavesSlowly)
{
    /// <summary>Longer than the longest wait for one mail, with room to spare.</summary>
    public static readonly Duration Patience = Duration.FromMinutes(15);

    public bool IsStuck(Instant now) => OldestDueAt < now - Patience && !LeavesSlowly;
}

/// <summary>Says whether mail gets away at all.</summary>
public sealed class OverdueQueries
{
    private readonly Database _database;

    internal OverdueQueries(Database database) => _database = database;

    public async Task<OverdueMail> Read(Instant now, CancellationToken stop = default)
    {
        await using var db = _database.Read();
        var due = db.Outbox.Where(m => m.Lane == 0 || (!db.MailPauses.Any(p => p.SeriesId == m.SeriesId) && !db.MailHolds.Any(h => h.SubjectId == m.SubjectId))).Where(m => (m.State == OutboxState.Waiting && m.DueAt <= now) || (m.State == OutboxState.Sending && m.ClaimedUntil <= now));
        var oldest = await due.MinAsync(m => (Instant?)m.DueAt, stop);
        if (oldest is null) return new(0, null, LeavesSlowly: false);
        var limit = now - OverdueMail.Patience;
        return new(await due.CountAsync(stop), oldest, oldest < limit && await db.Outbox.AnyAsync(m => m.State == OutboxState.Sent && m.SentAt >= limit, stop));
    }
}
