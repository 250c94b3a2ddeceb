using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Sessions.Data.Sqlite;

/// <summary>One file, one writer with group commit, as many readers as pages.</summary>
internal sealed class SqliteDatabase : Database, IAsyncDisposable
{
    private readonly SqliteReaders _readers;
    private readonly SqliteWriter _writer;

    public SqliteDatabase(string connectionString, PublicVersion version) : base(version)
    {
        ConnectionString = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, DefaultTimeout = 30 }.ToString();
        _readers = new(ConnectionString);
        _writer = new(this);
    }

    public string ConnectionString { get; }

    public override SessionsDb Read() => _readers.Open();

    protected internal override Task<T> Commit<T>(Func<SessionsDb, Task<T>> act, RowLocks locks) => _writer.Run(act);

    public override async Task Migrate(CancellationToken stop = default)
    {
        await using var db = new SqliteSessionsDb(Options(ConnectionString).Options);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", stop);
        await MigrateIfBehind(db, stop);
        await DatabaseSearch.Rebuild(this, db, stop);
    }

    public override async Task Ping(CancellationToken stop = default)
    {
        await using var db = Read();
        await db.Database.ExecuteSqlRawAsync("SELECT 1", stop);
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _readers.Dispose();
        // The last connection to close writes the log (-wal) back into the file: after a stop it is all there is to copy.
        await using var own = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(own);
    }

    internal static DbContextOptionsBuilder<SqliteSessionsDb> Options(string connectionString) =>
        new DbContextOptionsBuilder<SqliteSessionsDb>().UseSqlite(connectionString).UseInterpretedConstants();
}
