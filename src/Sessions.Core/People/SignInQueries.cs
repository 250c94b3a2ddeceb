using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;

namespace Sessions.People;

/// <summary>Is there something to spend behind a one-time link? Looking spends nothing.</summary>
public sealed class SignInQueries
{
    private readonly Database _database;

    internal SignInQueries(Database database) => _database = database;

    public Task<bool> MayEnter(string token, Instant now) => IsOpen(token, OneTimePurpose.SignIn, now);

    public Task<bool> MaySetUp(string token, Instant now) => IsOpen(token, OneTimePurpose.SetUp, now);

    /// <summary>One's own, the latest used first.</summary>
    public async Task<IReadOnlyList<OwnSignIn>> Of(Actor who, Instant now)
    {
        await using var db = _database.Read();
        var since = now - SignIn.Life;
        return await db.SignIns.Where(s => s.PersonId == who.PersonId && s.EndedAt == null && s.SeenAt > since).OrderByDescending(s => s.SeenAt).ThenBy(s => s.Id)
            .Select(s => new OwnSignIn(s.Id, s.Device, s.CreatedAt, s.SeenAt, s.Id == who.SignInId)).ToListAsync();
    }

    private async Task<bool> IsOpen(string token, OneTimePurpose purpose, Instant now)
    {
        await using var db = _database.Read();
        return await OneTimeLinkRows.Find(db, token, purpose, now) is not null;
    }
}

/// <param name="SeenAt">Last use, to the hour.</param>
/// <param name="IsThis">The one that asks.</param>
public sealed record OwnSignIn(Guid Id, string Device, Instant CreatedAt, Instant SeenAt, bool IsThis);
