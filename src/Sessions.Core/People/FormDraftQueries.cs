using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;

namespace Sessions.People;

public sealed class FormDraftQueries
{
    private readonly Database _database;

    internal FormDraftQueries(Database database) => _database = database;

    /// <summary>One's own; null when nothing is kept.</summary>
    public async Task<KeptDraft?> Find(Actor who, string form)
    {
        await using var db = _database.Read();
        return await db.FormDrafts.Where(d => d.PersonId == who.PersonId && d.Form == form)
            .Select(d => new KeptDraft(d.Basis, d.Typed, d.SavedAt)).FirstOrDefaultAsync();
    }
}

/// <inheritdoc cref="FormDraft" />
public sealed record KeptDraft(string Basis, string Typed, Instant SavedAt);
