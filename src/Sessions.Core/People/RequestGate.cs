using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Sessions.Data;

namespace Sessions.People;

/// <summary>Lets a request of the API change something once, and only what its caller has seen.</summary>
public sealed class RequestGate
{
    private readonly Database _database;

    internal RequestGate(Database database) => _database = database;

    /// <summary>Runs the act whose write keeps the terms. The answer of a request with a key that changed something is kept for a day.</summary>
    /// <param name="answered">What is to be answered again, of what the act gave.</param>
    public async Task<Answer<T, ApiRequestRefusal>> Run<T>(RequestKey? once, SeenRevision? seen, Func<Task<T>> act, Func<T, KeptAnswer> answered) where T : class
    {
        var terms = new WriteTerms { Once = once, Seen = seen };
        WriteTerms.Current = terms;
        try
        {
            var answer = await act();
            WriteTerms.Current = null;
            if (terms.IsKept) await Keep(once!, answered(answer));
            return answer;
        }
        catch (DoneBeforeException)
        {
            return ApiRequestRefusal.DoneBefore;
        }
        catch (StaleRevisionException)
        {
            return ApiRequestRefusal.Stale;
        }
        finally
        {
            WriteTerms.Current = null;
        }
    }

    /// <summary>What was answered to this key before; a refusal when it was another request, or its answer is not known.</summary>
    /// <returns>Null for a key that changed nothing yet.</returns>
    public async Task<Answer<KeptAnswer, ApiRequestRefusal>?> Before(RequestKey key)
    {
        await using var db = _database.Read();
        if (await db.ApiRequests.FirstOrDefaultAsync(r => r.TokenId == key.TokenId && r.Key == key.Key) is not { } row) return null;
        if (!CryptographicOperations.FixedTimeEquals(row.Hash, key.Hash)) return ApiRequestRefusal.KeyOfAnother;
        return row.Status is { } status ? new KeptAnswer(status, row.Body, row.Location, row.ETag) : ApiRequestRefusal.DoneBefore;
    }

    private Task Keep(RequestKey key, KeptAnswer answer) => _database.Write(async db =>
    {
        var row = await db.ApiRequests.FirstOrDefaultAsync(r => r.TokenId == key.TokenId && r.Key == key.Key);
        if (row is not null) (row.Status, row.Body, row.Location, row.ETag) = (answer.Status, answer.Body, answer.Location, answer.ETag);
    });
}

/// <summary>Why a request of the API is not carried out as it came.</summary>
public enum ApiRequestRefusal
{
    /// <summary>Somebody changed it since the caller read it.</summary>
    Stale = 1,

    /// <summary>The change of this key is committed; its answer is not known (yet).</summary>
    DoneBefore = 2,

    /// <summary>The key came with another request before.</summary>
    KeyOfAnother = 3,
}
