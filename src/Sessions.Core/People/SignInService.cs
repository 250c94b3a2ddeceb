using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;

namespace Sessions.People;

/// <summary>Letting hosts in without passwords: one-time links, by mail or printed at the start.</summary>
public sealed class SignInService
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal SignInService(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>Sends a link if the address is a host's; the answer is the same for every address.</summary>
    public async Task<SignInRefusal?> SendLink(string? address)
    {
        if (!EmailAddress.TryParse(address, out var parsed, out _)) return SignInRefusal.NotAnAddress;
        var token = OneTimeLinkRows.NewToken();
        await _database.Write(async db =>
        {
            var person = await db.People.FirstOrDefaultAsync(p => p.Address == parsed.Key);
            if (person is not { DisabledAt: null } || !await db.HostGrants.AnyAsync(g => g.PersonId == person.Id)) return;
            var (now, topic) = (_time.Now(), $"sign-in:{person.Id}");
            var since = now - OneTimeLink.Pause;
            if (await db.Outbox.AnyAsync(m => m.Topic == topic && m.CreatedAt > since && db.OneTimeLinks.Any(l => l.Id == m.SubjectId && l.UsedAt == null))) return;
            var link = OneTimeLinkRows.Add(db, token, OneTimePurpose.SignIn, person.Id, now + OneTimeLink.Life);
            await db.Owe(new($"sign-in:{link.Id}", SignInEmails.Kind, link.Id, person.Id, person.Address!, now + OneTimeLink.Life)
            {
                IsUrgent = true,
                Topic = topic,
                Secret = token,
            }, now);
        });
        return null;
    }

    /// <summary>Spends a sign-in link.</summary>
    /// <param name="device">What the list of sign-ins calls it.</param>
    public Task<Answer<SignedIn, SignInRefusal>> Enter(string token, string device) => _database.Write<Answer<SignedIn, SignInRefusal>>(async db =>
    {
        var now = _time.Now();
        var link = await OneTimeLinkRows.Find(db, token, OneTimePurpose.SignIn, now);
        if (link is null) return SignInRefusal.LinkNotOpen;
        link.UsedAt = now;
        var person = await db.People.SingleAsync(p => p.Id == link.PersonId);
        if (person.DisabledAt is not null) return SignInRefusal.LinkNotOpen;
        person.Answered(now);
        return SignInRows.Begin(db, person.Id, device, now);
    });

    /// <summary>The set-up link of a site without an admin; null when there is one.</summary>
    public async Task<string?> SetUp()
    {
        // Nearly every start finds one, and then writes nothing.
        await using (var read = _database.Read())
        {
            if (await read.HostGrants.AnyAsync(g => g.Role == Role.Admin)) return null;
        }

        var token = OneTimeLinkRows.NewToken();
        return await _database.Write(async db =>
        {
            if (await db.HostGrants.AnyAsync(g => g.Role == Role.Admin)) return null;
            foreach (var old in await db.OneTimeLinks.Where(l => l.Purpose == OneTimePurpose.SetUp && l.UsedAt == null).ToListAsync())
                old.UsedAt = _time.Now();
            OneTimeLinkRows.Add(db, token, OneTimePurpose.SetUp, null, null);
            return (string?)token;
        });
    }

    /// <summary>Spends the set-up link: its bearer becomes the first admin.</summary>
    public async Task<Answer<SignedIn, SignInRefusal>> CompleteSetUp(string token, string? name, string? address, string device)
    {
        if (TypedText.Line(name) is not { } called) return SignInRefusal.NameMissing;
        if (!EmailAddress.TryParse(address, out var parsed, out _)) return SignInRefusal.NotAnAddress;
        return await _database.Write<Answer<SignedIn, SignInRefusal>>(async db =>
        {
            var now = _time.Now();
            var link = await OneTimeLinkRows.Find(db, token, OneTimePurpose.SetUp, now);
            if (link is null) return SignInRefusal.LinkNotOpen;
            link.UsedAt = now;
            var person = await PersonRows.ByAddress(db, parsed, TypedText.Cut(called, Person.LongestName), now);
            db.Add(new HostGrant { PersonId = person.Id, Role = Role.Admin, CreatedAt = now });
            return SignInRows.Begin(db, person.Id, device, now);
        });
    }

    /// <summary>Development only: an admin of that name and a link, printed at every start.</summary>
    public Task<string> DevelopmentSignIn()
    {
        var token = OneTimeLinkRows.NewToken();
        return _database.Write(async db =>
        {
            var now = _time.Now();
            var person = await PersonRows.ByAddress(db, EmailAddress.Parse("host@example.org"), "Host", now);
            if (!await db.HostGrants.AnyAsync(g => g.PersonId == person.Id && g.Role == Role.Admin))
                db.Add(new HostGrant { PersonId = person.Id, Role = Role.Admin, CreatedAt = now });
            OneTimeLinkRows.Add(db, token, OneTimePurpose.SignIn, person.Id, now + OneTimeLink.Life);
            return token;
        });
    }

    /// <summary>Ends the sign-in that a cookie names: a copy of the cookie opens nothing any more.</summary>
    public Task SignOut(Guid signInId) => _database.Write(async db =>
    {
        if (await db.SignIns.FirstOrDefaultAsync(s => s.Id == signInId) is { } signIn) signIn.End(_time.Now());
    });

    /// <summary>Ends one of one's own sign-ins.</summary>
    /// <returns>False for one of somebody else.</returns>
    public Task<bool> End(Actor who, Guid signInId) => _database.Write(async db =>
    {
        if (await db.SignIns.FirstOrDefaultAsync(s => s.Id == signInId && s.PersonId == who.PersonId) is not { } signIn) return false;
        signIn.End(_time.Now());
        return true;
    });

    /// <summary>Ends all one's own sign-ins, on this device too.</summary>
    public Task EndAll(Actor who) => _database.Write(db => SignInRows.EndAll(db, who.PersonId, _time.Now()));
}

/// <summary>Who is signed in now, and by which sign-in.</summary>
public sealed record SignedIn(Guid PersonId, Guid SignInId);
