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
    /// <param name="declined">Sessions that they said no to in their calendar, which needs no mail to know.</param>
    /// <returns>False, with nothing done, where a place lies in another.</returns>
    public static async Task<bool> Leave(SessionsDb db, StandingRegistration standing, Person person, IReadOnlyCollection<Guid> locked, Instant now, IReadOnlyCollection<Guid>? declined = null)
    {
        var places = await db.Registrations.Include(r => r.Session)
            .Where(r => r.StandingId == standing.Id && r.State != RegistrationState.Withdrawn && r.Session!.When.Start > now).ToListAsync();
        if (places.Exists(p => !locked.Contains(p.SessionId))) return false;
        standing.Leave(now);
        // First, for it takes the entry of the whole series out of the calendar.
        await StandingJoinWriter.Tell(db, RegistrationMail.StandingLeft, $"standing:{standing.Id}:left", standing.Id, standing.SeriesId, person, null, now);
        foreach (var place in places)
        {
            var mails = await db.Outbox.Where(m => m.PersonId == person.Id && m.SubjectId == place.Id).ToListAsync();
            foreach (var unwritten in mails.Where(m => m is { State: OutboxState.Waiting, MessageId: null })) unwritten.Drop(null);
            await WithdrawalWriter.Of(db, place, person, now);
            if (declined?.Contains(place.SessionId) is not true) await RegistrationMailWriter.Owe(db, RegistrationMail.Withdrawn, place, person, place.Session!, now, again: RegistrationMail.WithSeries);
        }

        return true;
    }
}
