using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;

namespace Sessions.Registrations;

/// <summary>Saying yes or no to an offered place, leaving the line, and offering out of turn.</summary>
public sealed class OfferService
{
    public const int LongestReason = 500;

    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly StandingLinks _links;

    internal OfferService(Database database, TimeProvider time, StandingLinks links) => (_database, _time, _links) = (database, time, links);

    /// <summary>Takes the offered place, by the link that names it.</summary>
    public Task<Answer<bool, RegistrationRefusal>> Accept(string token) => Act(token, async (db, registration, now) =>
    {
        if (registration.State != RegistrationState.Offered || registration.OfferEndsAt <= now || registration.Session!.IsCancelled) return;
        registration.Promote(registration.Session, now);
        registration.Person!.CalendarVersion++;
        await RegistrationMailWriter.Owe(db, RegistrationMail.Confirmed, registration, registration.Person, registration.Session, now);
    });

    /// <summary>Passes an offer on, or leaves the line.</summary>
    public Task<Answer<bool, RegistrationRefusal>> Decline(string token) => Act(token, async (db, registration, now) =>
    {
        if (registration.State is not (RegistrationState.Offered or RegistrationState.Waitlisted)) return;
        var wasOffered = registration.State == RegistrationState.Offered;
        await WithdrawalWriter.Of(db, registration, registration.Person!, now);
        // The offer may stand in their calendar.
        if (wasOffered) await RegistrationMailWriter.Owe(db, RegistrationMail.OfferDeclined, registration, registration.Person!, registration.Session!, now);
    });

    /// <summary>Lets somebody in who is not the first, also when that makes one more than there are places; the reason is kept.</summary>
    public async Task<OfferRefusal?> OutOfTurn(Actor who, Guid registrationId, string? because)
    {
        await using var read = _database.Read();
        var sessionId = await read.Registrations.Where(r => r.Id == registrationId).Select(r => r.SessionId).FirstOrDefaultAsync();
        return await _database.Write<OfferRefusal?>(async db =>
        {
            var now = _time.Now();
            var registration = await db.Registrations.Include(r => r.Person).Include(r => r.Session!.Series).FirstOrDefaultAsync(r => r.Id == registrationId);
            if (registration?.Session is not { } session) return OfferRefusal.NotFound;
            if (!who.May(People.Act.EditSession, session.SeriesId)) return OfferRefusal.NotAllowed;
            if (registration.State != RegistrationState.Waitlisted) return OfferRefusal.NotWaiting;
            if (session.IsCancelled || session.When.Start is not { } start || start <= now) return OfferRefusal.Closed;
            if (TypedText.Line(because) is not { Length: <= LongestReason } reason) return OfferRefusal.ReasonMissing;
            if (OfferRule.EndsAt(start, session.Series!.Terms, now) is { } ends) await OfferWriter.Offer(db, registration, session, ends, now, reason);
            else
            {
                registration.Promote(session, now);
                registration.Person!.CalendarVersion++;
                await RegistrationMailWriter.Owe(db, RegistrationMail.Promoted, registration, registration.Person, session, now);
            }

            db.Add(new AuditEntry
            {
                At = now,
                ActorId = who.PersonId,
                SeriesId = session.SeriesId,
                SessionId = session.Id,
                Text = TypedText.Cut($"Offered a place out of turn: {reason}", 500),
            });
            return null;
        }, RowLocks.Session(sessionId));
    }

    private async Task<Answer<bool, RegistrationRefusal>> Act(string token, Func<SessionsDb, Registration, Instant, Task> act)
    {
        await using var read = _database.Read();
        var id = StandingLinks.ClaimedId(token);
        var sessionId = await read.Registrations.Where(r => r.Id == id).Select(r => r.SessionId).FirstOrDefaultAsync();
        return await _database.Write<Answer<bool, RegistrationRefusal>>(async db =>
        {
            var now = _time.Now();
            if (await PersonalLinkRows.OpenJoin(db, _links, token) is not { } registration) return RegistrationRefusal.LinkNotOpen;
            registration.Person!.Answered(now);
            await act(db, registration, now);
            return true;
        }, RowLocks.Session(sessionId));
    }
}

public enum OfferRefusal
{
    NotFound = 1,
    NotAllowed = 2,

    /// <summary>They have a place, or an offer, or left.</summary>
    NotWaiting = 3,

    /// <summary>Cancelled, begun, or without an hour.</summary>
    Closed = 4,

    /// <summary>A reason of at most <see cref="OfferService.LongestReason"/> characters is kept with it.</summary>
    ReasonMissing = 5,
}
