using Microsoft.EntityFrameworkCore;
using Sessions.Data;

namespace Sessions.People;

public sealed class HostQueries
{
    private readonly Database _database;
    private readonly SignInsSeen _seen;

    internal HostQueries(Database database, SignInsSeen seen) => (_database, _seen) = (database, seen);

    /// <summary>Who this is and what rights they hold now; null when the sign-in was ended, the person disabled, or no right is left.</summary>
    public async Task<Actor?> Actor(Guid signInId)
    {
        await using var db = _database.Read();
        var personId = await db.SignIns.Where(s => s.Id == signInId && s.EndedAt == null).Select(s => (Guid?)s.PersonId).FirstOrDefaultAsync();
        if (personId is not { } id || await ActorRows.Read(db, id) is not { } actor) return null;
        _seen.Note(signInId);
        return actor with { SignInId = signInId };
    }
}
