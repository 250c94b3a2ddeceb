using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;

namespace Sessions.People;

/// <summary>Keys to the API: made, and taken back.</summary>
public sealed class ApiTokenService
{
    public const int LongestName = ApiToken.LongestName;

    public const int MostForPerson = 50;

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal ApiTokenService(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>For whoever acts.</summary>
    public async Task<Answer<NewApiToken, ApiTokenRefusal>> Create(Actor who, string? name, Guid? seriesId, bool isReadOnly)
    {
        if (!who.May(Act.ManageTokens)) return ApiTokenRefusal.NotAllowed;
        return await Make(name, _ => Task.FromResult<Answer<Owner, ApiTokenRefusal>>(new Owner(who.PersonId, who.PersonId)), seriesId, isReadOnly);
    }

    /// <summary>From the command line, for somebody who is a host or an admin: whoever may run it owns the machine.</summary>
    public async Task<Answer<NewApiToken, ApiTokenRefusal>> CreateFor(string? address, string? name, Guid? seriesId, bool isReadOnly)
    {
        if (!EmailAddress.TryParse(address, out var parsed, out _)) return ApiTokenRefusal.NotAnAddress;
        return await Make(name, async db => await db.People.FirstOrDefaultAsync(p => p.Address == parsed.Key) is { } person ? new Owner(person.Id, null) : ApiTokenRefusal.NotAHost, seriesId, isReadOnly);
    }

    /// <summary>It opens nothing from this moment on. An admin may revoke anybody's.</summary>
    public Task<ApiTokenRefusal?> Revoke(Actor who, Guid id) => _database.Write<ApiTokenRefusal?>(async db =>
    {
        if (!who.May(Act.ManageTokens)) return ApiTokenRefusal.NotAllowed;
        var token = await db.ApiTokens.FirstOrDefaultAsync(t => t.Id == id);
        if (token is null || (token.PersonId != who.PersonId && !who.IsAdmin)) return ApiTokenRefusal.NotFound;
        if (token.RevokedAt is not null) return null;
        var now = _time.Now();
        token.RevokedAt = now;
        Note(db, who.PersonId, token, $"Revoked the API token \"{token.Name}\"", now);
        return null;
    });

    private async Task<Answer<NewApiToken, ApiTokenRefusal>> Make(string? name, Func<SessionsDb, Task<Answer<Owner, ApiTokenRefusal>>> owner, Guid? seriesId, bool isReadOnly)
    {
        if (TypedText.Line(name) is not { } called) return ApiTokenRefusal.NameMissing;
        if (called.Length > LongestName) return ApiTokenRefusal.NameTooLong;
        var secret = ApiTokenSecret.New();
        return await _database.Write<Answer<NewApiToken, ApiTokenRefusal>>(async db =>
        {
            var now = _time.Now();
            var found = await owner(db);
            if (found.No is { } no) return no;
            var (personId, actorId) = found.Value!;
            if (await ActorRows.Read(db, personId) is not { } rights) return ApiTokenRefusal.NotAHost;
            if (seriesId is { } only && !rights.May(Act.ReadSeries, only)) return ApiTokenRefusal.SeriesUnknown;
            if (await db.ApiTokens.CountAsync(t => t.PersonId == personId && t.RevokedAt == null) >= MostForPerson) return ApiTokenRefusal.TooMany;
            var token = db.Add(new ApiToken { PersonId = personId, Name = called, Hash = ApiTokenSecret.Hash(secret), SeriesId = seriesId, IsReadOnly = isReadOnly, CreatedAt = now }).Entity;
            Note(db, actorId, token, $"Made the API token \"{token.Name}\"", now);
            return new NewApiToken(token.Id, secret);
        });
    }

    private static void Note(SessionsDb db, Guid? actorId, ApiToken token, string text, Instant now) =>
        db.Add(new AuditEntry { At = now, ActorId = actorId, SeriesId = token.SeriesId, Text = text });

    /// <param name="ActorId">Null from the command line.</param>
    private sealed record Owner(Guid PersonId, Guid? ActorId);
}

/// <param name="Secret">Shown once; only its hash is kept.</param>
public sealed record NewApiToken(Guid Id, string Secret);
