using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Scheduling;

namespace Sessions.Bench;

/// <summary>A series to whose every session 5,000 people come, and mails to them; written into the database beside the running app.</summary>
internal sealed class Crowd(Database database)
{
    public const int People = 5_000;
    private const int Chunk = 500;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private static readonly Duration FarAhead = Duration.FromDays(60);

    private readonly List<Guid> _drafts = [];
    private readonly List<Guid> _places = [];
    private int _owed;

    /// <summary>Once, however often it is asked for.</summary>
    public async Task Seed()
    {
        if (_places.Count > 0) return;
        var now = TimeProvider.System.Now();
        var series = new Series { Slug = "crowd", Name = "A crowd", Aim = "Everybody comes.", Zone = "Europe/London", PublishedAt = now, CreatedAt = now };
        // Their own entries would come 14 days ahead: what is measured is the placing.
        var sessions = Enumerable.Range(0, 12).Select(n => SessionTime.Exact((now + FarAhead).InUtc().Date.PlusWeeks(n) + new LocalTime(12, 0), series.Zone, 60))
            .Select((when, n) => new Session { SeriesId = series.Id, Series = series, Number = n + 1, Slug = $"crowd-{n}", Title = "Everybody", When = when, CreatedAt = now, PublishedAt = n == 0 ? now : null }.At(when)).ToList();
        await database.Write(db =>
        {
            db.Add(series);
            db.AddRange(sessions);
            return Task.CompletedTask;
        });
        _drafts.AddRange(sessions.Skip(1).Select(s => s.Id));
        foreach (var part in Enumerable.Range(1, People).Chunk(Chunk))
            await database.Write(async db =>
            {
                var first = await db.Sessions.SingleAsync(s => s.Id == sessions[0].Id);
                foreach (var n in part)
                {
                    var person = db.Add(new Person { Address = $"crowd{n}@example.org", ProvenAt = now, CreatedAt = now }).Entity;
                    var standing = db.Add(new StandingRegistration { SeriesId = series.Id, PersonId = person.Id, Order = n, JoinedAt = now }).Entity;
                    var place = db.Add(new Registration { SessionId = first.Id, PersonId = person.Id, StandingId = standing.Id, CreatedAt = now }).Entity;
                    place.Enter(first, now);
                    _places.Add(place.Id);
                }
            });
    }

    /// <summary>Confirmations that are due now.</summary>
    public Task Owe(int mails) => Owe(_places.Take(mails), $":bench-{++_owed}");

    /// <summary>People with a place in one session, whose confirmations carry an entry for the calendar.</summary>
    /// <returns>Their places.</returns>
    public async Task<IReadOnlyList<Guid>> Invite(string page, int people)
    {
        var (series, slug) = (page.Split('/')[2], page.Split('/')[3]);
        var places = new List<Guid>();
        foreach (var part in Enumerable.Range(1, people).Chunk(Chunk))
            await database.Write(async db =>
            {
                var now = TimeProvider.System.Now();
                var session = await db.Sessions.SingleAsync(s => s.Slug == slug && s.Series!.Slug == series);
                foreach (var n in part)
                {
                    var person = db.Add(new Person { Address = $"guest{n}@example.org", ProvenAt = now, CreatedAt = now }).Entity;
                    var place = db.Add(new Registration { SessionId = session.Id, PersonId = person.Id, CreatedAt = now }).Entity;
                    place.Enter(session, now);
                    places.Add(place.Id);
                }
            });
        return places;
    }

    public async Task Owe(IEnumerable<Guid> places, string again)
    {
        foreach (var part in places.Chunk(Chunk))
            await database.Write(async db =>
            {
                var now = TimeProvider.System.Now();
                foreach (var place in await db.Registrations.Include(r => r.Person).Include(r => r.Session).Where(r => part.Contains(r.Id)).ToListAsync())
                    await RegistrationMailWriter.Owe(db, RegistrationMail.Confirmed, place, place.Person!, place.Session!, now, again: again);
            });
    }

    /// <summary>Drops what is owed and not yet written, and waits for the rest: what was asked for before a round takes nothing from it.</summary>
    public async Task Quiet(TimeSpan patience)
    {
        await database.Write(db => db.Outbox.Where(m => m.State == OutboxState.Waiting && m.MessageId == null).ExecuteUpdateAsync(to => to.SetProperty(m => m.State, OutboxState.Dropped)));
        await Drained(patience);
    }

    /// <summary>Until nothing is due: what one round owed does not weigh on the next.</summary>
    public async Task Drained(TimeSpan patience)
    {
        for (var waited = TimeSpan.Zero; await Due() > 0 && waited < patience; waited += Look) await Task.Delay(Look);
    }

    public async Task<int> Sent()
    {
        await using var db = database.Read();
        return await db.Outbox.CountAsync(m => m.State == OutboxState.Sent);
    }

    public async Task<int> Due()
    {
        var now = TimeProvider.System.Now();
        await using var db = database.Read();
        return await db.Outbox.CountAsync(m => (m.State == OutboxState.Waiting || m.State == OutboxState.Sending) && m.DueAt <= now) + await db.Notices.CountAsync(n => n.DoneAt == null && n.DueAt <= now);
    }

    /// <summary>Opens another session to all of them.</summary>
    public Task Publish(int round) => database.Write(async db =>
    {
        var now = TimeProvider.System.Now();
        var session = await db.Sessions.Include(s => s.Series).SingleAsync(s => s.Id == _drafts[round]);
        session.PublishedAt = now;
        await StandingWriter.Open(db, session, now);
    });

    /// <summary>Waits until the app began.</summary>
    public async Task<bool> Placing(int round, TimeSpan patience)
    {
        for (var waited = TimeSpan.Zero; waited < patience; waited += Look)
        {
            await using var db = database.Read();
            if (await db.Registrations.AnyAsync(r => r.SessionId == _drafts[round])) return true;
            await Task.Delay(Look);
        }

        return false;
    }

    public async Task<bool> IsPlacing(int round)
    {
        await using var db = database.Read();
        return await db.Registrations.CountAsync(r => r.SessionId == _drafts[round]) < People;
    }
}
