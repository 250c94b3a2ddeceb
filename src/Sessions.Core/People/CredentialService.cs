using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;

namespace Sessions.People;

/// <summary>Passkeys of hosts: added after a fresh sign-in, and coming in by one. What is signed was checked before.</summary>
public sealed class CredentialService
{
    public const int MostForPerson = 20;

    public const int LongestName = Credential.LongestName;

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal CredentialService(Database database, TimeProvider time) => (_database, _time) = (database, time);

    public async Task<Answer<Guid, CredentialRefusal>> Add(Actor who, PasskeyFacts passkey, string? name)
    {
        if (!who.May(Act.HoldPasskeys)) return CredentialRefusal.NotAllowed;
        if (TypedText.Line(name) is not { } called) return CredentialRefusal.NameMissing;
        var transports = passkey.Transports is { Count: > 0 } said ? TypedText.Line(string.Join(',', said)) : null;
        if (passkey.CredentialId.Length is 0 or > Credential.LongestCredentialId || passkey.PublicKey.Length is 0 or > Credential.LongestPublicKey || transports?.Length > Credential.LongestTransports)
            return CredentialRefusal.Unfit;
        return await _database.Write<Answer<Guid, CredentialRefusal>>(async db =>
        {
            var now = _time.Now();
            if (!await SignInRows.IsFresh(db, who, now)) return CredentialRefusal.SignInTooOld;
            if (await db.Credentials.AnyAsync(c => c.CredentialId == passkey.CredentialId)) return CredentialRefusal.KnownAlready;
            if (await db.Credentials.CountAsync(c => c.PersonId == who.PersonId) >= MostForPerson) return CredentialRefusal.TooMany;
            var added = db.Add(new Credential
            {
                PersonId = who.PersonId,
                CredentialId = passkey.CredentialId,
                PublicKey = passkey.PublicKey,
                SignCount = passkey.SignCount,
                Transports = transports,
                IsBackupEligible = passkey.IsBackupEligible,
                IsBackedUp = passkey.IsBackedUp,
                Name = TypedText.Cut(called, LongestName),
                CreatedAt = now,
            }).Entity;
            Note(db, who, $"Added the passkey \"{added.Name}\"", now);
            return added.Id;
        }, RowLocks.Person(who.PersonId));
    }

    public async Task<CredentialRefusal?> Rename(Actor who, Guid id, string? name) => TypedText.Line(name) is not { } called
        ? CredentialRefusal.NameMissing
        : await OnOwn(who, id, (db, own) => own.Name = TypedText.Cut(called, LongestName));

    /// <summary>The mailed link still opens the console, so the last one may go too. Sign-ins made with it stay until they are ended.</summary>
    public Task<CredentialRefusal?> Remove(Actor who, Guid id) => OnOwn(who, id, (db, own) =>
    {
        db.Remove(own);
        Note(db, who, $"Removed the passkey \"{own.Name}\"", _time.Now());
    });

    /// <summary>Lets in whoever proved to hold it, the same way as a mailed link does.</summary>
    /// <param name="signCount">As it says now: one that goes back is a copy, and is refused.</param>
    public Task<Answer<SignedIn, SignInRefusal>> Enter(byte[] credentialId, long signCount, bool isBackedUp, string device) => _database.Write<Answer<SignedIn, SignInRefusal>>(async db =>
    {
        var now = _time.Now();
        var credential = await db.Credentials.FirstOrDefaultAsync(c => c.CredentialId == credentialId);
        if (credential is null || await ActorRows.Read(db, credential.PersonId) is null) return SignInRefusal.LinkNotOpen;
        if ((signCount > 0 || credential.SignCount > 0) && signCount <= credential.SignCount) return SignInRefusal.LinkNotOpen;
        (credential.SignCount, credential.IsBackedUp, credential.LastUsedAt) = (signCount, isBackedUp, now);
        return SignInRows.Begin(db, credential.PersonId, device, now);
    });

    private Task<CredentialRefusal?> OnOwn(Actor who, Guid id, Action<SessionsDb, Credential> act) => _database.Write<CredentialRefusal?>(async db =>
    {
        if (await db.Credentials.FirstOrDefaultAsync(c => c.Id == id && c.PersonId == who.PersonId) is not { } own) return CredentialRefusal.NotFound;
        act(db, own);
        return null;
    });

    private static void Note(SessionsDb db, Actor who, string text, Instant now) => db.Add(new AuditEntry { At = now, ActorId = who.PersonId, Text = text });
}
