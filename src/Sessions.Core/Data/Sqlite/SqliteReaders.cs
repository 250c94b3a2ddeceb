using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Sessions.Data.Sqlite;

/// <summary>Pooled no-tracking contexts: a plain context costs about twice the CPU of a page.</summary>
internal sealed class SqliteReaders : IDisposable
{
    private readonly KeptConnections _connections;
    private readonly PooledDbContextFactory<SqliteSessionsDb> _pool;

    public SqliteReaders(string connectionString)
    {
        _connections = new(connectionString);
        _pool = new(SqliteDatabase.Options(connectionString).AddInterceptors(_connections).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options);
    }

    public SessionsDb Open() => _pool.CreateDbContext();

    public void Dispose() => _connections.Dispose();
}
