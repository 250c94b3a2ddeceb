using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
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
    private const int MostTogether = 64;

    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly StandingLinks _links;
    private readonly SharedWrites<Guid, (EmailAddress Address, string? Name), RegistrationRefusal?> _signUps;

    /// <summary>Of a published series; the series itself is much to read for nothing.</summary>
    private static readonly Func<SessionsDb, Guid, Task<Session?>> SessionRow = Compiled.One((SessionsDb db, Guid id) =>
        db.Sessions.AsTracking().FirstOrDefault(s => s.Id == id && s.Series!.PublishedAt != null));

    internal RegistrationService(Database database, TimeProvider time, StandingLinks links, ILogger<RegistrationService> log) =>
        (_database, _time, _links, _signUps) = (database, time, links, new(Enter, MostTogether,
            fault => log.LogError("Sign-ups could not be written together, each is written alone: {Fault}\n{Where}", fault.GetType().Name, fault.StackTrace)));

    /// <summary>
    /// Takes a place, or the end of the line. The answer depends on the session alone: whether the address was known,
    /// had a place already, or wants no mail stands in the mail, if anywhere.
    /// </summary>
    /// <param name="name">Kept where the person has none yet.</param>
    public async Task<Answer<SignedUp, RegistrationRefusal>> SignUp(Guid sessionId, string? address, string? name = null)
    {
        if (!EmailAddress.TryParse(address, out var parsed, out _)) return RegistrationRefusal.NotAnAddress;
        var comer = (parsed, Person.Named(name));
        // What the API asks of a write is asked for one caller alone.
        var refusal = WriteTerms.Current is null ? await _signUps.Share(sessionId, comer) : await Enter(sessionId, [comer]);
        return refusal is { } no ? no : new SignedUp(parsed.Value);
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

    /// <summary>In the order in which they came.</summary>
    private Task<RegistrationRefusal?> Enter(Guid sessionId, IReadOnlyList<(EmailAddress Address, string? Name)> comers) => _database.Write(async db =>
    {
        var now = _time.Now();
        // The save looks for changes once; looking through all that came before at each of them would be most of the work.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var session = await SessionRow(db, sessionId);
        if (SignUpRule.Refuses(session, now) is { } no) return no;
        var entered = new HashSet<Guid>();
        foreach (var person in await PersonRows.ByAddresses(db, comers, now))
            if (person.BlockedAt is null && entered.Add(person.Id)) await Enter(db, session!, person, now);
        return (RegistrationRefusal?)null;
    }, RowLocks.Session(sessionId));

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
