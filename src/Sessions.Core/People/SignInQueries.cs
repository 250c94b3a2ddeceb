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

    private async Task<bool> IsOpen(string token, OneTimePurpose purpose, Instant now)
    {
        await using var db = _database.Read();
        return await OneTimeLinkRows.Find(db, token, purpose, now) is not null;
    }
}
