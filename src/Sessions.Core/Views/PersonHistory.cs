using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Scheduling;
using Sessions.Speakers;

namespace Sessions.Views;

/// <summary>One person as the series a host works in have met them.</summary>
public sealed class PersonHistory
{
    private const int Most = 200;

    private readonly Database _database;

    internal PersonHistory(Database database) => _database = database;

    /// <returns>Null when there is nobody, or nobody who came near a series of this reader's.</returns>
    public async Task<PersonFacts?> Read(Actor who, Guid id)
    {
        await using var db = _database.Read();
        var person = await db.People.Where(p => p.Id == id).Select(p => new { p.Name, p.Address, p.Line, p.BlockedAt, p.NewsStoppedAt, p.BouncedAt }).FirstOrDefaultAsync();
        if (person is null) return null;
        var all = who.IsAdmin && Rights.Allow(Role.Admin, Act.ReadAttendees);
        var own = who.Series.Where(series => who.May(Act.ReadAttendees, series)).ToList();
        var sessions = db.Sessions.Where(s => all || own.Contains(s.SeriesId));
        var places = await (from r in db.Registrations
                            where r.PersonId == id
                            join s in sessions on r.SessionId equals s.Id
                            orderby r.StateSince descending
                            select new PersonPlace(s.Id, s.Series!.Name, s.Number, s.Title, s.When, r.State, r.StateSince, r.JoinedAt)).Take(Most).ToListAsync();
        var talks = await (from a in db.Appearances
                           where a.PersonId == id
                           join s in sessions on a.SessionId equals s.Id
                           orderby a.CreatedAt descending
                           select new PersonTalk(s.Id, s.Series!.Name, s.Number, s.Title, s.When, a.Talk.Title, a.State)).Take(Most).ToListAsync();
        var mails = await db.Outbox.VisibleTo(who).Where(m => m.PersonId == id).OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).Take(Most).AsRows(db).ToListAsync();
        return all || places.Count + talks.Count + mails.Count > 0
            ? new(person.Name, person.Address, person.Line, person.BlockedAt is not null, person.NewsStoppedAt is not null, places, talks, mails) { BouncedAt = person.BouncedAt }
            : null;
    }
}

/// <param name="IsBlocked">"This was not me": no mail goes there.</param>
public sealed record PersonFacts(string? Name, string? Address, string? Line, bool IsBlocked, bool WantsNoNews,
    IReadOnlyList<PersonPlace> Places, IReadOnlyList<PersonTalk> Talks, IReadOnlyList<MailRow> Mails)
{
    /// <summary>When a mail came back from their address for good; null where none did, or they answered since.</summary>
    public Instant? BouncedAt { get; init; }
}

/// <param name="JoinedAt">When the joining button was first pressed.</param>
public sealed record PersonPlace(Guid SessionId, string Series, int? Number, string? Title, SessionTime When, RegistrationState State, Instant Since, Instant? JoinedAt);

public sealed record PersonTalk(Guid SessionId, string Series, int? Number, string? Title, SessionTime When, string? Talk, AppearanceState State);
