using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace Sessions.Data.Postgres;

/// <summary>Each write in a transaction of its own, row locks first, run again when the database asks for it.</summary>
internal sealed class PostgresDatabase(string connectionString, PublicVersion version) : Database(version), IDisposable
{
    private const int MostTries = 12;

    /// <summary>
    /// Who indexes holds this lock to the end of the transaction, so that each reads what the one before wrote. It is taken last, when all
    /// row locks are held already, so nobody waits in a circle; writes that change nothing searchable (sign-ups) never ask for it.
    /// </summary>
    private const long Indexing = 0x5e55_1045;

    /// <summary>More writers at once only wait for each other's rows, and a rush would run out of connections.</summary>
    private const int WritersAtOnce = 16;

    private readonly SemaphoreSlim _turns = new(WritersAtOnce);

    private readonly PooledDbContextFactory<PostgresSessionsDb> _readers = new(Options(connectionString)
        .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options);

    private readonly PooledDbContextFactory<PostgresSessionsDb> _writers = new(Options(connectionString).Options);

    public override SessionsDb Read() => _readers.CreateDbContext();

    protected internal override async Task<T> Commit<T>(Func<SessionsDb, Task<T>> act, RowLocks locks)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Once(act, locks);
            }
            catch (Exception fault) when (attempt < MostTries && MayRunAgain(fault))
            {
                await Task.Delay(Random.Shared.Next(1, 4 << Math.Min(attempt, 6)));
            }
        }
    }

    public void Dispose() => _turns.Dispose();

    public override async Task Migrate(CancellationToken stop = default)
    {
        await using var db = _writers.CreateDbContext();
        await MigrateIfBehind(db, stop);
        await DatabaseSearch.Rebuild(this, db, stop);
    }

    public override async Task Ping(CancellationToken stop = default)
    {
        await using var db = Read();
        await db.Database.ExecuteSqlRawAsync("SELECT 1", stop);
    }

    internal static DbContextOptionsBuilder<PostgresSessionsDb> Options(string connectionString) =>
        new DbContextOptionsBuilder<PostgresSessionsDb>().UseNpgsql(connectionString).UseInterpretedConstants();

    private async Task<T> Once<T>(Func<SessionsDb, Task<T>> act, RowLocks locks)
    {
        await _turns.WaitAsync();
        try
        {
            return await InTransaction(act, locks);
        }
        finally
        {
            _turns.Release();
        }
    }

    private async Task<T> InTransaction<T>(Func<SessionsDb, Task<T>> act, RowLocks locks)
    {
        await using var db = _writers.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted);
        foreach (var table in locks.Ordered)
        {
            // The table's name is one of ours, from RowLocks.
#pragma warning disable EF1002
            await db.Database.ExecuteSqlRawAsync($"SELECT 1 FROM {table.Key} WHERE \"Id\" = ANY({{0}}) ORDER BY \"Id\" FOR UPDATE", table.ToArray());
#pragma warning restore EF1002
        }
        var result = await act(db);
        var changes = await DatabaseSave.Run(db, () => db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock({0})", Indexing));
        await transaction.CommitAsync();
        Announce(changes);
        return result;
    }

    /// <summary>
    /// Serialization fault, deadlock, a natural key or a state that somebody else wrote first, a row they took away: the act will see it now. The driver wraps
    /// the first two once more than the others.
    /// </summary>
    private static bool MayRunAgain(Exception? fault) => fault switch
    {
        null => false,
        DbUpdateConcurrencyException => true,
        PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ForeignKeyViolation } => true,
        _ => MayRunAgain(fault.InnerException),
    };
}
