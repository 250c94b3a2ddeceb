using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Sessions.Data;

/// <summary>What the outside may ask of the database: to be brought up to date, whether it answers, and what it says of itself.</summary>
public sealed class DatabaseHealth
{
    private readonly Database _database;

    internal DatabaseHealth(Database database) => _database = database;

    public Task Migrate(CancellationToken stop = default) => _database.Migrate(stop);

    public Task Ping(CancellationToken stop = default) => _database.Ping(stop);

    /// <summary>Changes of the tables that this version brings and the database does not have yet.</summary>
    public async Task<IReadOnlyList<string>> Pending(CancellationToken stop = default)
    {
        await using var db = _database.Read();
        return [.. await db.Database.GetPendingMigrationsAsync(stop)];
    }

    /// <summary>When the youngest row was written that says when; null where there is none.</summary>
    public async Task<Instant?> Newest(CancellationToken stop = default)
    {
        await using var db = _database.Read();
        Instant?[] moments =
        [
            await db.Audit.MaxAsync(e => (Instant?)e.At, stop),
            await db.Outbox.MaxAsync(m => (Instant?)m.CreatedAt, stop),
            await db.People.MaxAsync(p => (Instant?)p.CreatedAt, stop),
            await db.Sessions.MaxAsync(s => (Instant?)s.CreatedAt, stop),
            await db.Files.MaxAsync(f => (Instant?)f.CreatedAt, stop),
        ];
        return moments.Max();
    }

    /// <summary>The clock of the database server; null where the database has none of its own.</summary>
    public async Task<Instant?> ServerTime(CancellationToken stop = default)
    {
        await using var db = _database.Read();
        if (!db.Database.IsNpgsql()) return null;
        return Instant.FromDateTimeUtc(await db.Database.SqlQueryRaw<DateTime>("SELECT clock_timestamp() AS \"Value\"").SingleAsync(stop));
    }

    /// <summary>What SQLite's own check of the file found; null when nothing, and on PostgreSQL, which checks its pages itself.</summary>
    public async Task<string?> Damage(CancellationToken stop = default)
    {
        await using var db = _database.Read();
        if (!db.Database.IsSqlite()) return null;
        var found = await db.Database.SqlQueryRaw<string>("SELECT quick_check AS \"Value\" FROM pragma_quick_check").ToListAsync(stop);
        return found is ["ok"] ? null : found.FirstOrDefault();
    }
}
