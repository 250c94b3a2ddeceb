using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;

namespace Sessions.Speakers;

/// <summary>Asks speakers for what is still missing: by day, and each of them at most once a week over all their talks.</summary>
public sealed class ChaserJob
{
    private static readonly Duration Life = Duration.FromDays(3);

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal ChaserJob(Database database, TimeProvider time) => (_database, _time) = (database, time);

    public async Task Run(CancellationToken stop)
    {
        foreach (var person in await Waiting())
        {
            stop.ThrowIfCancellationRequested();
            await _database.Write(db => Owe(db, person, _time.Now()), RowLocks.Person(person));
        }
    }

    private async Task<List<Guid>> Waiting()
    {
        var now = _time.Now();
        await using var db = _database.Read();
        var people = (await ChaserRows.Ahead(db, null, now)).Where(t => IsNow(t, now)).Select(t => t.Person.Id).Distinct().ToList();
        var lately = (await ChaserRows.Lately(db, now).Where(m => people.Contains(m.PersonId)).Select(m => m.PersonId).ToListAsync()).ToHashSet();
        return people.FindAll(p => !lately.Contains(p));
    }

    private static async Task Owe(SessionsDb db, Guid personId, Instant now)
    {
        if (await ChaserRows.Lately(db, now).AnyAsync(m => m.PersonId == personId)) return;
        var talks = (await ChaserRows.Ahead(db, personId, now)).FindAll(t => IsNow(t, now));
        if (talks.Count == 0) return;
        var series = talks.ConvertAll(t => t.Series.Id);
        var before = await db.Outbox.Where(m => m.PersonId == personId && m.Kind == ChaserRows.Kind && m.SeriesId != null && series.Contains(m.SeriesId.Value))
            .GroupBy(m => m.SeriesId!.Value).Select(g => new { Id = g.Key, At = g.Max(m => m.CreatedAt) }).ToDictionaryAsync(g => g.Id, g => g.At);
        // Hosts of one series do not read of another: who speaks in several hears of them in turns.
        var first = talks.MinBy(t => before.GetValueOrDefault(t.Series.Id, Instant.MinValue))!;
        var end = talks.Where(t => t.Series.Id == first.Series.Id).Min(t => t.Session.When.OverAt!.Value);
        await db.Owe(new($"speaker:{personId}:missing:{now.InUtc().Date:uuuu-MM-dd}", ChaserRows.Kind, personId, personId, first.Person.Address!, Instant.Min(end, now + Life))
        {
            SeriesId = first.Series.Id,
            SessionId = first.Session.Id,
        }, now);
    }

    private static bool IsNow(ChasedTalk talk, Instant now) => talk.IsTime && DueDates.IsDaytime(talk.Session.When.Zone, now);
}
