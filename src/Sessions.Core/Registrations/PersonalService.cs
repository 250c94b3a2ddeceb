using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Speakers;

namespace Sessions.Registrations;

/// <summary>What else a personal link can do: join, stop mail, say "this was not me".</summary>
public sealed class PersonalService
{
    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly StandingLinks _links;

    internal PersonalService(Database database, TimeProvider time, StandingLinks links) =>
        (_database, _time, _links) = (database, time, links);

    /// <summary>Notes that somebody comes, and answers where the room is.</summary>
    /// <returns>Null where the room has no link yet or is not open yet: the page says which.</returns>
    public Task<Answer<string?, RegistrationRefusal>> Join(string token) => _database.Write<Answer<string?, RegistrationRefusal>>(async db =>
    {
        var now = _time.Now();
        if (await PersonalLinkRows.OpenJoin(db, _links, token) is not { } registration) return RegistrationRefusal.LinkNotOpen;
        registration.Person!.Answered(now);
        if (registration.State != RegistrationState.Confirmed || registration.Session!.IsCancelled || !RoomHours.Of(registration.Session.When).AreOpen(now)) return (string?)null;
        var room = registration.Session.Place.RoomLink;
        if (room is not null) registration.JoinedAt ??= now;
        return room;
    });

    /// <summary>Reminders and announcements, not what changes a place (RFC 8058: one POST does it, without a cookie).</summary>
    public Task<Answer<bool, RegistrationRefusal>> ChooseMail(string token, LinkPurpose purpose, bool wanted) =>
        _database.Write<Answer<bool, RegistrationRefusal>>(async db =>
        {
            var now = _time.Now();
            if (await PersonalLinkRows.Open(db, _links, token, purpose) is not { } person) return RegistrationRefusal.LinkNotOpen;
            if (purpose == LinkPurpose.My) person.Answered(now);
            person.NewsStoppedAt = wanted ? null : person.NewsStoppedAt ?? now;
            return true;
        });

    /// <summary>"This was not me": gives up every place to come and sends nothing to this address again.</summary>
    public async Task<Answer<bool, RegistrationRefusal>> Disown(string token)
    {
        for (; ; )
        {
            var sessions = await Held(StandingLinks.ClaimedId(token));
            var done = await _database.Write(db => Disown(db, token, sessions), RowLocks.Session(sessions));
            if (done is { } answer) return answer;
        }
    }

    /// <summary>Takes "this was not me" back: mail reaches the address again; places that were given up stay so.</summary>
    public Task<Answer<bool, RegistrationRefusal>> OwnAgain(string token) => _database.Write<Answer<bool, RegistrationRefusal>>(async db =>
    {
        if (await PersonalLinkRows.Open(db, _links, token, LinkPurpose.NotMe) is not { } person) return RegistrationRefusal.LinkNotOpen;
        person.BlockedAt = null;
        return true;
    });

    /// <summary>Mails the personal page to an address that has one; the answer is the same for every address.</summary>
    public async Task<RegistrationRefusal?> SendLink(string? address)
    {
        if (!EmailAddress.TryParse(address, out var parsed, out _)) return RegistrationRefusal.NotAnAddress;
        await _database.Write(async db =>
        {
            var now = _time.Now();
            var person = await db.People.FirstOrDefaultAsync(p => p.Address == parsed.Key && p.BlockedAt == null);
            if (person?.MergedIntoId is { } one) person = await db.People.FirstOrDefaultAsync(p => p.Id == one && p.BlockedAt == null);
            if (person is null) return;
            if (await db.Registrations.AnyAsync(r => r.PersonId == person.Id) || await db.Standing.AnyAsync(s => s.PersonId == person.Id)
                || await db.Followers.AnyAsync(f => f.PersonId == person.Id) || await db.Appearances.AnyAsync(a => a.PersonId == person.Id))
                await PersonalLinkWriter.Owe(db, person, now);
        });
        return null;
    }

    /// <summary>Mails a fresh proof of the address, which opens what is kept of them for ten minutes; not more than one a minute.</summary>
    public Task<Answer<bool, RegistrationRefusal>> SendProof(string token)
    {
        var secret = OneTimeLinkRows.NewToken();
        return _database.Write<Answer<bool, RegistrationRefusal>>(async db =>
        {
            var now = _time.Now();
            if (await PersonalLinkRows.Open(db, _links, token, LinkPurpose.My) is not { Address: { } address } person) return RegistrationRefusal.LinkNotOpen;
            person.Answered(now);
            var (topic, since) = ($"own-data:{person.Id}", now - OneTimeLink.Pause);
            if (await db.Outbox.AnyAsync(m => m.Topic == topic && m.CreatedAt > since)) return true;
            var link = OneTimeLinkRows.Add(db, secret, OneTimePurpose.OwnData, person.Id, now + OneTimeLink.Life);
            await db.Owe(new($"own-data:{link.Id}", RegistrationMail.OwnData, link.Id, person.Id, address, now + OneTimeLink.Life) { IsUrgent = true, Topic = topic, Secret = secret }, now);
            return true;
        });
    }

    private async Task<List<Guid>> Held(Guid? person)
    {
        await using var db = _database.Read();
        return await db.Registrations.Where(r => r.PersonId == person && r.State != RegistrationState.Withdrawn).Select(r => r.SessionId).ToListAsync();
    }

    /// <returns>Null where a place was taken after the look at what to lock.</returns>
    private async Task<Answer<bool, RegistrationRefusal>?> Disown(SessionsDb db, string token, List<Guid> locked)
    {
        var now = _time.Now();
        if (await PersonalLinkRows.Open(db, _links, token, LinkPurpose.NotMe) is not { } person) return RegistrationRefusal.LinkNotOpen;
        var active = await db.Registrations.Include(r => r.Session)
            .Where(r => r.PersonId == person.Id && r.State != RegistrationState.Withdrawn).ToListAsync();
        if (active.Exists(r => !locked.Contains(r.SessionId))) return null;
        person.BlockedAt ??= now;
        foreach (var registration in active.Where(r => now < r.Session!.When.End))
            await WithdrawalWriter.Of(db, registration, person, now);
        foreach (var standing in await db.Standing.Where(s => s.PersonId == person.Id && s.LeftAt == null).ToListAsync()) standing.Leave(now);
        foreach (var follower in await db.Followers.Where(f => f.PersonId == person.Id && f.StoppedAt == null).ToListAsync()) follower.Stop(now);
        foreach (var asked in await db.Appearances.Where(a => a.PersonId == person.Id && a.State == AppearanceState.Asked).ToListAsync())
            asked.Decline(null, now);
        foreach (var proposal in (await db.Proposals.Where(p => p.PersonId == person.Id).ToListAsync()).Where(p => p.IsOpen)) proposal.Withdraw(now);
        foreach (var mail in await db.Outbox.Where(m => m.PersonId == person.Id && m.State == OutboxState.Waiting).ToListAsync())
            mail.Drop(null);
        return (Answer<bool, RegistrationRefusal>)true;
    }
}
