using Microsoft.EntityFrameworkCore;
using Sessions.People;

namespace Sessions.Data;

/// <summary>
/// What a caller of the API asks of the next write: not a second time under the same key, and only on the revision it has seen.
/// Both are looked at, and the key kept, in the act's own transaction, so that services need not know of them. They go with the
/// caller's flow of control, as a culture does.
/// </summary>
internal sealed class WriteTerms
{
    private static readonly AsyncLocal<WriteTerms?> Ambient = new();

    public static WriteTerms? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    /// <summary>Null where no key came.</summary>
    public RequestKey? Once { get; init; }

    public SeenRevision? Seen { get; init; }

    /// <summary>The key was committed together with a change.</summary>
    public bool IsKept { get; private set; }

    public async Task<T> Write<T>(Database database, Func<SessionsDb, Task<T>> act, RowLocks locks)
    {
        var keeps = false;
        var answer = await database.Commit(async db =>
        {
            keeps = false;
            await Look(db);
            var answer = await act(db);
            // A refusal changed nothing: whoever tries again with the same key after putting it right is heard again.
            if (Once is { } once && !IsKept && db.ChangeTracker.HasChanges())
            {
                keeps = true;
                db.Add(new ApiRequest { TokenId = once.TokenId, Key = once.Key, Hash = once.Hash, CreatedAt = once.Now });
            }
            return answer;
        }, locks.And(Locks()));
        IsKept |= keeps;
        return answer;
    }

    private RowLocks Locks()
    {
        var locks = Once is { } once ? RowLocks.ApiToken(once.TokenId) : default;
        return Seen is not { } seen ? locks : locks.And(seen.IsSeries ? RowLocks.Series(seen.Id) : RowLocks.Session(seen.Id));
    }

    private async Task Look(SessionsDb db)
    {
        if (Once is { } once && !IsKept && await db.ApiRequests.AnyAsync(r => r.TokenId == once.TokenId && r.Key == once.Key)) throw new DoneBeforeException();
        if (Seen is { } seen && await Revision(db, seen) is { } now && now != seen.Revision) throw new StaleRevisionException();
    }

    /// <summary>Null where there is no such row: the act says so itself.</summary>
    private static Task<int?> Revision(SessionsDb db, SeenRevision of) => of.IsSeries
        ? db.Series.Where(s => s.Id == of.Id).Select(s => (int?)s.Revision).FirstOrDefaultAsync()
        : db.Sessions.Where(s => s.Id == of.Id).Select(s => (int?)s.Revision).FirstOrDefaultAsync();
}

/// <summary>The key was used for a change that is committed already.</summary>
internal sealed class DoneBeforeException() : Exception("The change of this key is committed already.");

/// <summary>The row has another revision than the caller has seen.</summary>
internal sealed class StaleRevisionException() : Exception("The row was changed since the caller read it.");
