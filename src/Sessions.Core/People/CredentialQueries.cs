using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;

namespace Sessions.People;

public sealed class CredentialQueries
{
    private readonly Database _database;

    internal CredentialQueries(Database database) => _database = database;

    /// <summary>One's own, the latest first, and whether another may be added now.</summary>
    public async Task<OwnCredentials> Of(Actor who, Instant now)
    {
        await using var db = _database.Read();
        var own = await db.Credentials.Where(c => c.PersonId == who.PersonId).OrderByDescending(c => c.CreatedAt).ThenBy(c => c.Id)
            .Select(c => new OwnCredential(c.Id, c.Name, c.CreatedAt, c.LastUsedAt, c.IsBackedUp)).ToListAsync();
        return new(own, await SignInRows.IsFresh(db, who, now));
    }

    /// <summary>Who may come in, if they prove it; null for somebody shut out or without rights.</summary>
    public async Task<PasskeyOwner?> Owner(Guid personId)
    {
        await using var db = _database.Read();
        return await ActorRows.Read(db, personId) is { } actor
            ? new(personId, actor.Name, await db.People.Where(p => p.Id == personId).Select(p => p.Address).FirstOrDefaultAsync() ?? actor.Name)
            : null;
    }

    /// <summary>By what the authenticator calls it.</summary>
    public async Task<PasskeyFacts?> Find(byte[] credentialId)
    {
        await using var db = _database.Read();
        return (await db.Credentials.FirstOrDefaultAsync(c => c.CredentialId == credentialId)) is { } found ? Facts(found) : null;
    }

    /// <summary>All of one person, so that an authenticator makes no second one.</summary>
    public async Task<IReadOnlyList<PasskeyFacts>> All(Guid personId)
    {
        await using var db = _database.Read();
        return (await db.Credentials.Where(c => c.PersonId == personId).OrderBy(c => c.Id).ToListAsync()).ConvertAll(Facts);
    }

    private static PasskeyFacts Facts(Credential c) =>
        new(c.PersonId, c.CredentialId, c.PublicKey, c.SignCount, c.Transports?.Split(','), c.IsBackupEligible, c.IsBackedUp, c.CreatedAt);
}

/// <param name="MayAdd">The sign-in is fresh enough to be believed with that.</param>
public sealed record OwnCredentials(IReadOnlyList<OwnCredential> All, bool MayAdd);

/// <param name="IsBackedUp">Kept by a password manager, and so on other devices too.</param>
public sealed record OwnCredential(Guid Id, string Name, Instant CreatedAt, Instant? LastUsedAt, bool IsBackedUp);

/// <param name="Address">What a passkey manager shows it under.</param>
public sealed record PasskeyOwner(Guid Id, string Name, string Address);

/// <param name="PublicKey">COSE key.</param>
/// <param name="SignCount">How often it signed, as it says; 0 for those that do not count.</param>
public sealed record PasskeyFacts(Guid PersonId, byte[] CredentialId, byte[] PublicKey, long SignCount, IReadOnlyList<string>? Transports, bool IsBackupEligible, bool IsBackedUp, Instant CreatedAt);
