using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Scheduling;
using Sessions.Speakers;

namespace Sessions.Registrations;

/// <summary>Taking a place and giving it up.</summary>
public sealed class RegistrationService
{
    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly StandingLinks _links;

    private static readonly Func<SessionsDb, Guid, Task<Session?>> SessionRow = Compiled.One((SessionsDb db, Guid id) =>
        db.Sessions.AsTracking().Include(s => s.Series).FirstOrDefault(s => s.Id == id));

    internal RegistrationService(Database database, TimeProvider time, StandingLinks links) =>
        (_database, _time, _links) = (database, time, links);

    /// <summary>
    /// Takes a place, or the end of the line. The answer depends on the session alone: whether the address was known,
    /// had a place already, or wants no mail stands in the mail, if anywhere.
    /// </summary>
    /// <param name="name">Kept where the person has none yet.</param>
    public async Task<Answer<SignedUp, RegistrationRefusal>> SignUp(Guid sessionId, string? address, string? name = null)
    {
        if (!EmailAddress.TryParse(address, out var parsed, out _)) return RegistrationRefusal.NotAnAddress;
        return await _database.Write<Answer<SignedUp, RegistrationRefusal>>(async db =>
        {
            var now = _time.Now();
            var session = await SessionRow(db, sessionId);
            if (SignUpRule.Refuses(session, now) is { } no) return no;
            var person = await PersonRows.ByAddress(db, parsed, Person.Named(name), now);
            if (person.BlockedAt is null) await Enter(db, session!, person, now);
            return new SignedUp(parsed.Value);
        }, RowLocks.Session(sessionId));
    }

    /// <summary>Gives up one place, by the personal link of its owner; the first in the line gets it.</summary>
    public async Task<Answer<bool, RegistrationRefusal>> Withdraw(string token, Guid registrationId)
    {
        await using var read = _database.Read();
        var sessionId = await read.Registrations.Where(r => r.Id == registrationId).Select(r => r.SessionId).FirstOrDefaultAsync();
        return await _database.Write<Answer<bool, RegistrationRefusal>>(async db =>
        {
            var now = _time.Now();
            if (await PersonalLinkRows.Open(db, _links, token, LinkPurpose.My) is not { } person) return RegistrationRefusal.LinkNotOpen;
            person.Answered(now);
            var registration = await db.Registrations.Include(r => r.Session).FirstOrDefaultAsync(r => r.Id == registrationId && r.PersonId == person.Id);
            if (registration is null) return RegistrationRefusal.LinkNotOpen;
            if (registration.IsActive && now < registration.Session!.When.End)
            {
                await WithdrawalWriter.Of(db, registration, person, now);
                await RegistrationMailWriter.Owe(db, RegistrationMail.Withdrawn, registration, person, registration.Session, now);
            }
            return true;
        }, RowLocks.Session(sessionId));
    }

    private static async Task Enter(SessionsDb db, Session session, Person person, Instant now)
    {
        var isNew = db.Entry(person).State == EntityState.Added;
        var registration = isNew ? null : await db.Registrations.FirstOrDefaultAsync(r => r.SessionId == session.Id && r.PersonId == person.Id);
        if (registration is { IsActive: true } && await WasToldLately(db, registration, now)) return;
        if (!isNew && registration is not { IsActive: true } && await SpeakerRows.Speaks(db, session.Id, person.Id))
        {
            // Their calendar has the session already, and no place is taken; the mail says so with their links.
            await PersonalLinkWriter.Owe(db, person, now);
            return;
        }
        var again = registration is { IsActive: true } ? $":{now.ToUnixTimeSeconds()}" : null;
        registration ??= db.Add(new Registration { SessionId = session.Id, PersonId = person.Id, CreatedAt = now }).Entity;
        if (!registration.IsActive)
        {
            registration.Enter(session, now);
            person.CalendarVersion++;
        }
        var kind = registration.State switch
        {
            RegistrationState.Confirmed => RegistrationMail.Confirmed,
            RegistrationState.Offered => RegistrationMail.Offered,
            _ => RegistrationMail.Waitlisted,
        };
        await RegistrationMailWriter.Owe(db, kind, registration, person, session, now, await UnprovenAddressQueries.NextMail(db, person, now), again);
    }

    private static Task<bool> WasToldLately(SessionsDb db, Registration registration, Instant now)
    {
        var (topic, since) = (RegistrationMail.Topic(registration.Id), now - RegistrationMail.RepeatAfter);
        return db.Outbox.AnyAsync(m => m.Topic == topic && (m.CreatedAt > since || m.State == OutboxState.Waiting));
    }
}

/// <param name="Address">As it was read, to be shown back.</param>
public sealed record SignedUp(string Address);
