using Microsoft.EntityFrameworkCore;
using Sessions.Data;

namespace Sessions.People;

/// <summary>Writes down when tokens were last used, all that were in one save.</summary>
public sealed class TokenUseJob
{
    private readonly Database _database;
    private readonly TokenUses _uses;

    internal TokenUseJob(Database database, TokenUses uses) => (_database, _uses) = (database, uses);

    public async Task Run(CancellationToken stop)
    {
        var uses = _uses.Take();
        if (uses.Count == 0) return;
        var ids = uses.Keys.ToList();
        await _database.Write(async db =>
        {
            foreach (var token in await db.ApiTokens.Where(t => ids.Contains(t.Id)).ToListAsync(CancellationToken.None)) token.LastUsedAt = uses[token.Id];
        });
    }
}
