using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Registrations;
using Sessions.Scheduling;

namespace Sessions.Workflows;

/// <summary>
/// Forgets, series by series, whoever was signed up for none of its sessions for as long as the series says. Who comes to every session, follows it or
/// has an open offer is there.
/// </summary>
public sealed class RetentionJob
{
    private const int ChunkSize = 100;

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal RetentionJob(Database database, TimeProvider time) => (_database, _time) = (database, time);

    public async Task Run(CancellationToken stop)
    {
        foreach (var series in await AllSeries())
        {
            await Proposals(series.Id, Before(series.Zone, series.Months).At, stop);
            while (!stop.IsCancellationRequested)
            {
                var before = Before(series.Zone, series.Months);
                var people = await Gone(series.Id, before);
                foreach (var person in people) await _database.Write(db => Forget(db, person, series.Id, before), RowLocks.Person(person));
                if (people.Count < ChunkSize) break;
            }
        }

        await Proposals(null, Before("UTC", new SignUpTerms().KeepMonths).At, stop);
    }

    /// <summary>What was offered or suggested goes as long after it came, or was decided on; so does who sent it, where nothing else needs them.</summary>
    /// <param name="series">Null is those for any.</param>
    private async Task Proposals(Guid? series, Instant before, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            List<(Guid Id, Guid? PersonId)> old;
            await using (var db = _database.Read())
                old = (await db.Proposals.Where(p => p.SeriesId == series && (p.StateSince ?? p.CreatedAt) < before).OrderBy(p => p.Id).Take(ChunkSize).Select(p => new { p.Id, p.PersonId }).ToListAsync(stop)).ConvertAll(p => (p.Id, p.PersonId));
            foreach (var (id, person) in old) await _database.Write(db => Forget(db, id, before), person is { } sender ? RowLocks.Person(sender) : default);
            if (old.Count < ChunkSize) break;
        }
    }

    private static async Task Forget(SessionsDb db, Guid id, Instant before)
    {
        var proposal = await db.Proposals.FirstOrDefaultAsync(p => p.Id == id && (p.StateSince ?? p.CreatedAt) < before);
        if (proposal is null) return;
        db.Remove(proposal);
        if (await db.People.FirstOrDefaultAsync(p => p.Id == proposal.PersonId) is not { } person) return;
        // Of the mails about it, only that they were sent: nobody of that name is left.
        if (!await ForgottenRows.IsNeeded(db, person.Id, [])) await ForgottenRows.Mails(db, person, Guid.NewGuid(), proposal.SeriesId);
        await ForgottenRows.Remove(db, person, []);
    }

    private async Task<IReadOnlyList<(Guid Id, string Zone, int Months)>> AllSeries()
    {
        await using var db = _database.Read();
        return (await db.Series.Select(s => new { s.Id, s.Zone, s.Terms.KeepMonths }).ToListAsync()).ConvertAll(s => (s.Id, s.Zone, s.KeepMonths));
    }

    private Edge Before(string zone, int months)
    {
        var at = SessionClock.Zone(zone);
        var day = _time.Now().InZone(at).Date.PlusMonths(-months);
        return new(day, at.AtStartOfDay(day).ToInstant());
    }

    private async Task<List<Guid>> Gone(Guid series, Edge before)
    {
        await using var db = _database.Read();
        return await Gone(db, series, before).OrderBy(id => id).Take(ChunkSize).ToListAsync();
    }

    /// <summary>Once there, and not since.</summary>
    private static IQueryable<Guid> Gone(SessionsDb db, Guid series, Edge before) =>
        db.Registrations.Where(r => r.Session!.SeriesId == series && r.Session.SortDate < before.Day).Select(r => r.PersonId)
            .Union(db.Standing.Where(s => s.SeriesId == series && s.LeftAt < before.At).Select(s => s.PersonId))
            .Union(db.Followers.Where(f => f.SeriesId == series && f.StoppedAt < before.At).Select(f => f.PersonId))
            .Where(id => db.People.Any(p => p.Id == id && p.ForgottenAt == null)
                && !db.Registrations.Any(r => r.PersonId == id && r.Session!.SeriesId == series && (r.Session.SortDate >= before.Day || r.State == RegistrationState.Offered))
                && !db.Standing.Any(s => s.PersonId == id && s.SeriesId == series && (s.LeftAt == null || s.LeftAt >= before.At))
                && !db.Followers.Any(f => f.PersonId == id && f.SeriesId == series && (f.StoppedAt == null || f.StoppedAt >= before.At)));

    private async Task Forget(SessionsDb db, Guid id, Guid series, Edge before)
    {
        // They may have come back since the look.
        if (!await Gone(db, series, before).AnyAsync(p => p == id)) return;
        var person = await db.People.FirstAsync(p => p.Id == id);
        var now = _time.Now();
        await ForgottenRows.InSeries(db, person, series, isErasure: false, now);
        await ForgottenRows.Remove(db, person, [series]);
    }

    private sealed record Edge(LocalDate Day, Instant At);
}
