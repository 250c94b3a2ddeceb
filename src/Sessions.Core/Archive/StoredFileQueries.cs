using Microsoft.EntityFrameworkCore;
using Sessions.Data;

namespace Sessions.Archive;

/// <summary>What the database says lies in the file store.</summary>
public sealed record KeptFile(Guid Id, string Name, long Length);

public sealed class StoredFileQueries
{
    private readonly Database _database;

    internal StoredFileQueries(Database database) => _database = database;

    public async Task<IReadOnlyList<KeptFile>> All(CancellationToken stop = default)
    {
        await using var db = _database.Read();
        return await db.Files.OrderBy(f => f.Id).Select(f => new KeptFile(f.Id, f.Name, f.Length)).ToListAsync(stop);
    }

    public async Task<bool> Has(Guid id, CancellationToken stop = default)
    {
        await using var db = _database.Read();
        return await db.Files.AnyAsync(f => f.Id == id, stop);
    }
}
