using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Archive;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.Scheduling;

namespace Sessions.Registrations;

/// <summary>Sees which sessions are near, or were, and saves the notices that remind their people and tell them what became of it.</summary>
public sealed class RemindersJob
{
    public const string ReminderNotice = "session.remind";
    public const string FollowUpNotice = "session.follow-up";

    /// <summary>What lies longer back is old news, whatever was put up since.</summary>
    private static readonly Duration Stale = Duration.FromDays(21);

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal RemindersJob(Database database, TimeProvider time) => (_database, _time) = (database, time);

    public async Task Run(CancellationToken stop)
    {
        foreach (var id in await Near())
            await Note(id, ReminderNotice, (session, now) => session.RemindedAt is null && IsNear(session.When, session.Series!.Terms, now) && (session.RemindedAt = now) is not null);
        foreach (var id in await Held())
            await Note(id, FollowUpNotice, (session, now) => session.FollowedUpAt is null && (session.FollowedUpAt = now) is not null);
    }

    private async Task<List<Guid>> Near()
    {
        var now = _time.Now();
        var (from, to) = (now.InUtc().Date.PlusDays(-1), now.InUtc().Date.PlusDays((SignUpTerms.MostHours / 24) + 1));
        await using var db = _database.Read();
        return (await db.Sessions.Where(s => s.SortDate >= from && s.SortDate <= to && s.PublishedAt != null && s.CancelledAt == null && s.RemindedAt == null && s.When.Start > now)
            .Select(s => new { s.Id, s.When, s.Series!.Terms }).ToListAsync()).Where(s => IsNear(s.When, s.Terms, now)).Select(s => s.Id).ToList();
    }

    private async Task<List<Guid>> Held()
    {
        var now = _time.Now();
        var (from, to) = ((now - Stale).InUtc().Date, now.InUtc().Date.PlusDays(1));
        await using var db = _database.Read();
        return (await db.Sessions.Where(s => s.SortDate >= from && s.SortDate <= to && s.PublishedAt != null && s.CancelledAt == null && s.FollowedUpAt == null && s.When.End < now && s.Confirmed > 0)
            .Select(s => new { s.Id, s.When, s.Series!.Terms, HasRecording = db.Recordings.ShownToSignedUp().Any(r => r.SessionId == s.Id) }).ToListAsync())
            .Where(s => s.Terms.FollowUpHours > 0 && (s.HasRecording || now >= s.When.End + Duration.FromHours(s.Terms.FollowUpHours))).Select(s => s.Id).ToList();
    }

    private static bool IsNear(SessionTime when, SignUpTerms terms, Instant now) =>
        terms.ReminderHours > 0 && when.Start is { } start && start > now && now >= start - Duration.FromHours(terms.ReminderHours);

    /// <param name="take">Takes the session for this notice; false where another did, or the hour is another by now.</param>
    private Task Note(Guid id, string kind, Func<Session, Instant, bool> take) => _database.Write(async db =>
    {
        var now = _time.Now();
        var session = await db.Sessions.Include(s => s.Series).FirstOrDefaultAsync(s => s.Id == id);
        if (session is not { IsCancelled: false } || !take(session, now)) return;
        db.Add(new Notice { Kind = kind, SubjectId = id, DueAt = now, CreatedAt = now });
    }, RowLocks.Session(id));
}
