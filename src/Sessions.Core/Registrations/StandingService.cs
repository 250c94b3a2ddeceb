using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Scheduling;
using Sessions.Speakers;

namespace Sessions.Registrations;

/// <summary>Coming to every session of a series, following it, and leaving either.</summary>
public sealed class StandingService
{
    /// <summary>A mail that nothing else dates is of no use after that.</summary>
    private static readonly Duration MailLife = Duration.FromDays(7);

    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly StandingLinks _links;

    internal StandingService(Database database, TimeProvider time, StandingLinks links) => (_database, _time, _links) = (database, time, links);

    /// <summary>Takes a place, or the end of the line, in each session to come, and in those planned later. As with one session, the answer tells nothing of the address.</summary>
    /// <param name="name">Kept where the person has none yet.</param>
    public async Task<Answer<SignedUp, RegistrationRefusal>> Join(Guid seriesId, string? address, string? name = null)
    {
        if (!EmailAddress.TryParse(address, out var parsed, out _)) return RegistrationRefusal.NotAnAddress;
        for (; ; )
        {
            var sessions = await Ahead(seriesId);
            var done = await _database.Write<Answer<SignedUp, RegistrationRefusal>?>(async db =>
            {
                var now = _time.Now();
                if (await Refuses(db, seriesId) is { } no) return no;
                var person = await PersonRows.ByAddress(db, parsed, Person.Named(name), now);
                if (person.BlockedAt is not null) return new SignedUp(parsed.Value);
                if (!await Enter(db, seriesId, person, sessions, now)) return null;
                return new SignedUp(parsed.Value);
            }, RowLocks.Series(seriesId).And(RowLocks.Session(sessions)));
            if (done is { } answer) return answer;
        }
    }

    /// <summary>One mail for each batch of new dates, and no place.</summary>
    /// <inheritdoc cref="Join" />
    public async Task<Answer<SignedUp, RegistrationRefusal>> Follow(Guid seriesId, string? address)
    {
        if (!EmailAddress.TryParse(address, out var parsed, out _)) return RegistrationRefusal.NotAnAddress;
        return await _database.Write<Answer<SignedUp, RegistrationRefusal>>(async db =>
        {
            var now = _time.Now();
            if (await Refuses(db, seriesId) is { } no) return no;
            var person = await PersonRows.ByAddress(db, parsed, null, now);
            if (person.BlockedAt is not null) return new SignedUp(parsed.Value);
            var follower = await db.Followers.FirstOrDefaultAsync(f => f.SeriesId == seriesId && f.PersonId == person.Id && f.StoppedAt == null);
            follower ??= db.Add(new Follower
            {
                SeriesId = seriesId,
                PersonId = person.Id,
                Order = (await db.Followers.Where(f => f.SeriesId == seriesId).MaxAsync(f => (long?)f.Order) ?? 0) + 1,
                Since = now,
            }).Entity;
            await Tell(db, RegistrationMail.Following, $"follower:{follower.Id}", follower.Id, seriesId, person, null, now);
            return new SignedUp(parsed.Value);
        }, RowLocks.Series(seriesId));
    }

    /// <summary>Gives up what is still to come; what was stays on record.</summary>
    public async Task<Answer<bool, RegistrationRefusal>> Leave(string token, Guid standingId)
    {
        for (; ; )
        {
            var sessions = await Held(standingId);
            var done = await _database.Write(db => Leave(db, token, standingId, sessions), RowLocks.Session(sessions));
            if (done is { } answer) return answer;
        }
    }

    public Task<Answer<bool, RegistrationRefusal>> StopFollowing(string token, Guid followerId) => _database.Write<Answer<bool, RegistrationRefusal>>(async db =>
    {
        var now = _time.Now();
        if (await PersonalLinkRows.Open(db, _links, token, LinkPurpose.My) is not { } person) return RegistrationRefusal.LinkNotOpen;
        person.Answered(now);
        if (await db.Followers.FirstOrDefaultAsync(f => f.Id == followerId && f.PersonId == person.Id) is not { } follower) return RegistrationRefusal.LinkNotOpen;
        follower.Stop(now);
        return true;
    });

    private static async Task<RegistrationRefusal?> Refuses(SessionsDb db, Guid seriesId) =>
        await db.Series.Where(s => s.Id == seriesId && s.PublishedAt != null).Select(s => new { s.EndedAt }).FirstOrDefaultAsync() switch
        {
            null => RegistrationRefusal.NotYetPublished,
            { EndedAt: not null } => RegistrationRefusal.Closed,
            _ => null,
        };

    private async Task<List<Guid>> Ahead(Guid seriesId)
    {
        await using var db = _database.Read();
        return await Open(db, seriesId, _time.Now()).Select(s => s.Id).ToListAsync();
    }

    private static IQueryable<Session> Open(SessionsDb db, Guid seriesId, Instant now) =>
        db.Sessions.Where(s => s.SeriesId == seriesId && s.PublishedAt != null && s.CancelledAt == null && s.When.Start > now);

    /// <returns>False where a session came that is not held.</returns>
    private static async Task<bool> Enter(SessionsDb db, Guid seriesId, Person person, List<Guid> held, Instant now)
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
                if (await Place(db, session, person, standing, isNew, now) is not { } place) continue;
                if (first is null && place.State == RegistrationState.Confirmed) first = place;
                else later.Add(place);
            }
        }

        // The confirmation brings the first entry; the others come by themselves, after it.
        await Tell(db, RegistrationMail.StandingConfirmed, $"standing:{standing.Id}", standing.Id, seriesId, person, first?.SessionId, now);
        foreach (var place in later) await StandingWriter.Invite(db, place, person, place.Session!, now);
        return true;
    }

    /// <returns>Null for a session in which they speak.</returns>
    private static async Task<Registration?> Place(SessionsDb db, Session session, Person person, StandingRegistration standing, bool isNew, Instant now)
    {
        var place = isNew ? null : await db.Registrations.FirstOrDefaultAsync(r => r.SessionId == session.Id && r.PersonId == person.Id);
        if (!isNew && place is not { IsActive: true } && await SpeakerRows.Speaks(db, session.Id, person.Id)) return null;
        place ??= db.Add(new Registration { SessionId = session.Id, Session = session, PersonId = person.Id, CreatedAt = now }).Entity;
        place.StandingId = standing.Id;
        if (place.IsActive) return place;
        place.Enter(session, now);
        person.CalendarVersion++;
        return place;
    }

    /// <summary>Asking again sends the mail again, not too often.</summary>
    private static async Task Tell(SessionsDb db, string kind, string topic, Guid subject, Guid seriesId, Person person, Guid? sessionId, Instant now)
    {
        var since = now - RegistrationMail.RepeatAfter;
        if (await db.Outbox.AnyAsync(m => m.Topic == topic && (m.CreatedAt > since || m.State == OutboxState.Waiting))) return;
        await db.Owe(new($"{topic}:{kind}:{now.ToUnixTimeSeconds()}", kind, subject, person.Id, person.Address!, now + MailLife)
        {
            SeriesId = seriesId,
            SessionId = sessionId,
            Topic = topic,
            DueAt = await UnprovenAddressQueries.NextMail(db, person, now),
        }, now);
    }

    private async Task<List<Guid>> Held(Guid standingId)
    {
        await using var db = _database.Read();
        return await db.Registrations.Where(r => r.StandingId == standingId && r.State != RegistrationState.Withdrawn).Select(r => r.SessionId).ToListAsync();
    }

    /// <returns>Null where a place was taken after the look at what to lock.</returns>
    private async Task<Answer<bool, RegistrationRefusal>?> Leave(SessionsDb db, string token, Guid standingId, List<Guid> locked)
    {
        var now = _time.Now();
        if (await PersonalLinkRows.Open(db, _links, token, LinkPurpose.My) is not { } person) return RegistrationRefusal.LinkNotOpen;
        person.Answered(now);
        var standing = await db.Standing.FirstOrDefaultAsync(s => s.Id == standingId && s.PersonId == person.Id);
        if (standing is null) return RegistrationRefusal.LinkNotOpen;
        if (standing.LeftAt is not null) return (Answer<bool, RegistrationRefusal>)true;
        if (!await StandingLeaveWriter.Leave(db, standing, person, locked, now)) return null;
        await Tell(db, RegistrationMail.StandingLeft, $"standing:{standing.Id}:left", standing.Id, standing.SeriesId, person, null, now);
        return (Answer<bool, RegistrationRefusal>)true;
    }
}
