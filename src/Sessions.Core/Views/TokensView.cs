using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;

namespace Sessions.Views;

/// <summary>The keys to the API, and the series that one may be made for.</summary>
public sealed class TokensView
{
    private const int Most = 500;

    private readonly Database _database;

    internal TokensView(Database database) => _database = database;

    /// <summary>One's own, and for an admin everybody's; those that work first, then the latest. Null for those who may not have any.</summary>
    public async Task<TokensFacts?> Read(Actor who)
    {
        if (!who.May(Act.ManageTokens)) return null;
        await using var db = _database.Read();
        var (all, own) = (who.MayEverywhere(Act.ReadSeries), who.SeriesFor(Act.ReadSeries));
        var series = await db.Series.Where(s => all || own.Contains(s.Id)).OrderBy(s => s.Name).Select(s => new TokenSeries(s.Id, s.Name)).ToListAsync();
        return new(await db.ApiTokens.Where(t => who.IsAdmin || t.PersonId == who.PersonId)
            .OrderBy(t => t.RevokedAt != null).ThenByDescending(t => t.CreatedAt).ThenBy(t => t.Id).Take(Most)
            .Select(t => new TokenFacts(t.Id, t.Name, t.PersonId == who.PersonId, t.Person!.Name ?? t.Person.Address ?? "", t.SeriesId,
                db.Series.Where(s => s.Id == t.SeriesId).Select(s => s.Name).FirstOrDefault(), t.IsReadOnly, t.CreatedAt, t.LastUsedAt, t.RevokedAt))
            .ToListAsync(), series);
    }
}

/// <param name="Series">Those that a token of one's own may be for.</param>
public sealed record TokensFacts(IReadOnlyList<TokenFacts> Tokens, IReadOnlyList<TokenSeries> Series);

public sealed record TokenSeries(Guid Id, string Name);

/// <param name="Owner">Whose rights it has.</param>
/// <param name="SeriesId">Opens this series alone; null is all of its owner's.</param>
/// <param name="LastUsedAt">To the minute or so.</param>
public sealed record TokenFacts(
    Guid Id,
    string Name,
    bool IsOwn,
    string Owner,
    Guid? SeriesId,
    string? Series,
    bool IsReadOnly,
    Instant CreatedAt,
    Instant? LastUsedAt,
    Instant? RevokedAt);
