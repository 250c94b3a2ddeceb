using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.People;

namespace Sessions.Registrations;

/// <summary>Takes somebody out of a series: what has begun stays, what is to come is given up.</summary>
internal static class StandingLeaveWriter
{
    /// <param name="locked">The sessions that the write holds.</param>
    /// <returns>False, with nothing done, where a place lies in another.</returns>
    public static async Task<bool> Leave(SessionsDb db, StandingRegistration standing, Person person, IReadOnlyCollection<Guid> locked, Instant now)
    {
        var places = await db.Registrations.Include(r => r.Session)
            .Where(r => r.StandingId == standing.Id && r.State != RegistrationState.Withdrawn && r.Session!.When.Start > now).ToListAsync();
        if (places.Exists(p => !locked.Contains(p.SessionId))) return false;
        standing.Leave(now);
        foreach (var place in places)
        {
            var topic = RegistrationMail.Topic(place.Id);
            var mails = await db.Outbox.Where(m => m.Topic == topic).ToListAsync();
            foreach (var unwritten in mails.Where(m => m is { State: OutboxState.Waiting, MessageId: null })) unwritten.Drop(null);
            await WithdrawalWriter.Of(db, place, person, now);
            // Only what stands in a calendar has to be taken out of it.
            if (mails.Exists(m => m.MessageId is not null) || await ConfirmedIt(db, standing, place))
                await RegistrationMailWriter.Owe(db, RegistrationMail.Withdrawn, place, person, place.Session!, now);
        }

        return true;
    }

    /// <summary>The mail that confirmed the series brought this session's entry.</summary>
    private static Task<bool> ConfirmedIt(SessionsDb db, StandingRegistration standing, Registration place)
    {
        var topic = $"standing:{standing.Id}";
        return db.Outbox.AnyAsync(m => m.Topic == topic && m.SessionId == place.SessionId && m.MessageId != null);
    }
}
