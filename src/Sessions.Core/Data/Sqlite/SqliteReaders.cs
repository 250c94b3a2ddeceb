using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Sessions.Data.Sqlite;

/// <summary>Pooled no-tracking contexts: a plain context costs about twice the CPU of a page.</summary>
internal sealed class SqliteReaders(string connectionString)
{
    private readonly PooledDbContextFactory<SqliteSessionsDb> _pool = new(SqliteDatabase.Options(connectionString)
        .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options);

    public SessionsDb Open() => _pool.CreateDbContext();
}
