using Microsoft.AspNetCore.Identity;
using NodaTime;
using Sessions.People;

namespace Sessions.Web.Account;

/// <summary>
/// What Identity's passkey code asks of a store, answered from our own. It only reads: what was checked is written by
/// <see cref="CredentialService"/>, where rights and the age of the sign-in are looked at.
/// </summary>
internal sealed class PasskeyStore(CredentialQueries credentials) : IUserPasskeyStore<PasskeyUser>
{
    public static PasskeyFacts Facts(Guid personId, UserPasskeyInfo p) =>
        new(personId, p.CredentialId, p.PublicKey, p.SignCount, p.Transports, p.IsBackupEligible, p.IsBackedUp, Instant.FromDateTimeOffset(p.CreatedAt));

    public async Task<PasskeyUser?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id) && await credentials.Owner(id) is { } owner ? new(owner.Id, owner.Name) : null;

    public async Task<PasskeyUser?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await credentials.Find(credentialId) is { } found ? await FindByIdAsync($"{found.PersonId}", cancellationToken) : null;

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(PasskeyUser user, byte[] credentialId, CancellationToken cancellationToken) =>
        await credentials.Find(credentialId) is { } found && found.PersonId == user.Id ? Info(found) : null;

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(PasskeyUser user, CancellationToken cancellationToken) => [.. (await credentials.All(user.Id)).Select(Info)];

    public Task<string> GetUserIdAsync(PasskeyUser user, CancellationToken cancellationToken) => Task.FromResult($"{user.Id}");

    public Task<string?> GetUserNameAsync(PasskeyUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Name);

    public Task<string?> GetNormalizedUserNameAsync(PasskeyUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Name);

    public Task<PasskeyUser?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => Task.FromResult<PasskeyUser?>(null);

    public Task AddOrUpdatePasskeyAsync(PasskeyUser user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw NotHere();

    public Task RemovePasskeyAsync(PasskeyUser user, byte[] credentialId, CancellationToken cancellationToken) => throw NotHere();

    public Task SetUserNameAsync(PasskeyUser user, string? userName, CancellationToken cancellationToken) => throw NotHere();

    public Task SetNormalizedUserNameAsync(PasskeyUser user, string? normalizedName, CancellationToken cancellationToken) => throw NotHere();

    public Task<IdentityResult> CreateAsync(PasskeyUser user, CancellationToken cancellationToken) => throw NotHere();

    public Task<IdentityResult> UpdateAsync(PasskeyUser user, CancellationToken cancellationToken) => throw NotHere();

    public Task<IdentityResult> DeleteAsync(PasskeyUser user, CancellationToken cancellationToken) => throw NotHere();

    public void Dispose()
    {
    }

    private static UserPasskeyInfo Info(PasskeyFacts f) =>
        new(f.CredentialId, f.PublicKey, f.CreatedAt.ToDateTimeOffset(), (uint)f.SignCount, f.Transports?.ToArray(), true, f.IsBackupEligible, f.IsBackedUp, [], []);

    private static InvalidOperationException NotHere() => new("People are written by the services of People.");
}
