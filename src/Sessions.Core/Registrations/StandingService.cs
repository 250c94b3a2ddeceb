using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.Mail;
using Sessions.People;

namespace Sessions.Registrations;

/// <summary>Coming to every session of a series, following it, and leaving either.</summary>
public sealed class StandingService
{
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
                if (!await StandingJoinWriter.Enter(db, seriesId, person, sessions, now)) return null;
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
            await StandingJoinWriter.Tell(db, RegistrationMail.Following, $"follower:{follower.Id}", follower.Id, seriesId, person, null, now);
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
        return await StandingJoinWriter.Open(db, seriesId, _time.Now()).Select(s => s.Id).ToListAsync();
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
        return await StandingLeaveWriter.Leave(db, standing, person, locked, now) ? (Answer<bool, RegistrationRefusal>)true : null;
    }
}
