using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;

namespace Sessions.People;

public sealed class ApiTokenQueries
{
    private readonly Database _database;
    private readonly TokenUses _uses;

    internal ApiTokenQueries(Database database, TokenUses uses) => (_database, _uses) = (database, uses);

    /// <summary>Who comes with this secret and what they may do now; null for an unknown or revoked one, and when its person is shut out or has no right left.</summary>
    public async Task<ApiCaller?> Caller(string? secret, Instant now)
    {
        if (!ApiTokenSecret.IsOne(secret)) return null;
        var hash = ApiTokenSecret.Hash(secret);
        await using var db = _database.Read();
        var token = await db.ApiTokens.Where(t => t.Hash == hash && t.RevokedAt == null)
            .Select(t => new { t.Id, t.PersonId, t.Name, t.SeriesId, t.IsReadOnly }).FirstOrDefaultAsync();
        if (token is null || await ActorRows.Read(db, token.PersonId) is not { } person) return null;
        _uses.Note(token.Id, now);
        var who = token.SeriesId is { } only ? person.Only(only) : person;
        return new(token.Id, token.Name, who, token.SeriesId, token.IsReadOnly);
    }
}

/// <summary>Who calls the API.</summary>
/// <param name="Who">With the rights held at this moment, narrowed to what the token opens.</param>
/// <param name="SeriesId">Null is every series of the person.</param>
public sealed record ApiCaller(Guid TokenId, string TokenName, Actor Who, Guid? SeriesId, bool IsReadOnly);
