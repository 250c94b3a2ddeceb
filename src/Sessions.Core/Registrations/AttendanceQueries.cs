using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;
using Sessions.People;

namespace Sessions.Registrations;

/// <summary>Who is here: for the door, and for whoever scans a code there.</summary>
public sealed class AttendanceQueries
{
    private readonly Database _database;
    private readonly StandingLinks _links;

    internal AttendanceQueries(Database database, StandingLinks links) => (_database, _links) = (database, links);

    /// <summary>Lists that were noted and still hold for somebody, the latest first; none for who may not tick.</summary>
    public async Task<IReadOnlyList<ImportedAttendance>> Imports(Actor who, Guid sessionId)
    {
        await using var db = _database.Read();
        if (await SeriesOf(db, sessionId) is not { } series || !who.May(Act.TickAttendance, series)) return [];
        var found = await db.Audit.Where(e => e.SessionId == sessionId && db.Registrations.Any(r => r.SessionId == sessionId && r.TickedAt == e.At)).OrderByDescending(e => e.At)
            .Select(e => new ImportedAttendance(e.Id, e.At, db.People.Where(p => p.Id == e.ActorId).Select(p => p.Name ?? p.Address).FirstOrDefault(),
                db.Registrations.Count(r => r.SessionId == sessionId && r.TickedAt == e.At))).ToListAsync();
        return found.FindAll(import => ImportMoment.Is(import.At));
    }

    /// <summary>Everybody with a place, by name; null when there is no such session, or none of which this reader may tick who came.</summary>
    public async Task<Door?> Door(Actor who, Guid sessionId)
    {
        await using var db = _database.Read();
        var session = await db.Sessions.Where(s => s.Id == sessionId).Select(s => new { s.SeriesId, SeriesName = s.Series!.Name, s.Number, s.Title, s.When, s.CancelledAt }).FirstOrDefaultAsync();
        if (session is null || !who.May(Act.TickAttendance, session.SeriesId)) return null;
        var addresses = who.May(Act.SeeAddresses, session.SeriesId);
        var people = await db.Registrations.Where(r => r.SessionId == sessionId && r.State == RegistrationState.Confirmed)
            .Select(r => new { r.Id, r.Person!.Name, r.Person.Address, r.JoinedAt, r.TickedAt }).ToListAsync();
        return new(session.SeriesName, session.Number, session.Title, session.When.Zone, session.CancelledAt is not null, RoomHours.Of(session.When).Opens,
        [
            .. people.Select(p => new AtTheDoor(p.Id, p.Name, addresses ? p.Address : EmailAddress.Masked(p.Address), p.JoinedAt ?? p.TickedAt, p.TickedAt is not null))
                .OrderBy(p => p.Shown, StringComparer.CurrentCultureIgnoreCase).ThenBy(p => p.RegistrationId),
        ]);
    }

    /// <summary>What a code from the door opens.</summary>
    /// <param name="who">Null for somebody who is not signed in.</param>
    /// <returns>Null for a link that is not open.</returns>
    public async Task<CheckInPage?> CheckIn(string token, Actor? who, Instant now)
    {
        await using var db = _database.Read();
        if (await PersonalLinkRows.OpenCheckIn(db, _links, token) is not { Session: { } session, Person: { } owner } place) return null;
        var page = new CheckInPage(token, session.Series!.Name, session.Number, session.Title, session.When, session.CancelledAt is not null, session.Place.Address);
        if (who?.May(Act.TickAttendance, session.SeriesId) is not true) return page;
        var address = who.May(Act.SeeAddresses, session.SeriesId) ? owner.Address : EmailAddress.Masked(owner.Address);
        var opens = RoomHours.Of(session.When).Opens;
        return page with { AtTheDoor = new(session.Id, owner.Name, address, place.State, place.CameAt, now >= opens, opens) };
    }

    private static Task<Guid?> SeriesOf(SessionsDb db, Guid sessionId) => db.Sessions.Where(s => s.Id == sessionId).Select(s => (Guid?)s.SeriesId).FirstOrDefaultAsync();
}
