using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Scheduling;
using Sessions.Speakers;

namespace Sessions.Registrations;

/// <summary>Puts somebody into every session of a series, inside a write that holds the series and its sessions to come.</summary>
internal static class StandingJoinWriter
{
    /// <summary>A mail that nothing else dates is of no use after that.</summary>
    private static readonly Duration MailLife = Duration.FromDays(7);

    /// <summary>The sessions that take sign-ups.</summary>
    public static IQueryable<Session> Open(SessionsDb db, Guid seriesId, Instant now) =>
        db.Sessions.Where(s => s.SeriesId == seriesId && s.PublishedAt != null && s.CancelledAt == null && s.When.Start > now);

    /// <param name="held">The sessions that the write holds.</param>
    /// <returns>False where a session came that is not held.</returns>
    public static async Task<bool> Enter(SessionsDb db, Guid seriesId, Person person, IReadOnlyCollection<Guid> held, Instant now)
    {
        var isNew = db.Entry(person).State == EntityState.Added;
        var standing = isNew ? null : await db.Standing.FirstOrDefaultAsync(s => s.SeriesId == seriesId && s.PersonId == person.Id && s.LeftAt == null);
        Registration? first = null;
        var later = new List<Registration>();
        if (standing is null)
        {
            var sessions = await Open(db, seriesId, now).Include(s => s.Series).ToListAsync();
            if (sessions.Exists(s => !held.Contains(s.Id))) return false;
            var order = (await db.Standing.Where(s => s.SeriesId == seriesId).MaxAsync(s => (long?)s.Order) ?? 0) + 1;
            standing = db.Add(new StandingRegistration { SeriesId = seriesId, PersonId = person.Id, Order = order, JoinedAt = now }).Entity;
            foreach (var session in sessions.OrderBy(s => s.When.Start).ThenBy(s => s.Id))
            {
                if (await Place(db, session, person, standing, isNew, now) is not var (place, isFresh)) continue;
                if (first is null && place.State == RegistrationState.Confirmed) first = place;
                // What they had before stands in their calendar, or comes with the place.
                else if (isFresh) later.Add(place);
            }
        }

        // The confirmation brings the first entry; the others come by themselves, after it.
        await Tell(db, RegistrationMail.StandingConfirmed, $"standing:{standing.Id}", standing.Id, seriesId, person, first?.SessionId, now);
        foreach (var place in later) await StandingWriter.Invite(db, place, person, place.Session!, now);
        return true;
    }

    /// <returns>Null for a session in which they speak.</returns>
    private static async Task<(Registration Place, bool IsFresh)?> Place(SessionsDb db, Session session, Person person, StandingRegistration standing, bool isNew, Instant now)
    {
        var place = isNew ? null : await db.Registrations.FirstOrDefaultAsync(r => r.SessionId == session.Id && r.PersonId == person.Id);
        if (!isNew && place is not { IsActive: true } && await SpeakerRows.Speaks(db, session.Id, person.Id)) return null;
        place ??= db.Add(new Registration { SessionId = session.Id, Session = session, PersonId = person.Id, CreatedAt = now }).Entity;
        place.StandingId = standing.Id;
        if (place.IsActive) return (place, false);
        place.Enter(session, now);
        person.CalendarVersion++;
        return (place, true);
    }

    /// <summary>Asking again sends the mail again, not too often.</summary>
    public static async Task Tell(SessionsDb db, string kind, string topic, Guid subject, Guid seriesId, Person person, Guid? sessionId, Instant now)
    {
        var since = now - RegistrationMail.RepeatAfter;
        if (await db.Outbox.AnyAsync(m => m.Topic == topic && (m.CreatedAt > since || m.State == OutboxState.Waiting))) return;
        await db.Owe(new($"{topic}:{kind}:{now.ToUnixTimeSeconds()}", kind, subject, person.Id, person.Address!, now + MailLife)
        {
            SeriesId = seriesId,
            SessionId = sessionId,
            Topic = topic,
            DueAt = await UnprovenAddressQueries.NextMail(db, person, now) ?? StandingWriter.BeforeThose(now),
        }, now);
    }
}
