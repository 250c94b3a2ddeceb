using Microsoft.Data.Sqlite;

namespace Sessions.Bench.Servers;

/// <summary>A place that takes one row for each sign-up, with no more behind it than that.</summary>
internal interface IRawTable
{
    /// <summary>False when the address was there.</summary>
    Task<bool> Insert(string session, string address);
}

/// <summary>
/// One row a transaction, in raw SQL: is the session open and the address not on it yet, then the insert and its COMMIT to
/// the disk. One connection behind one semaphore, which is faster on SQLite than callers who retry while the file is busy.
/// </summary>
internal sealed class RawTable : IRawTable, IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _check;
    private readonly SqliteCommand _insert;

    public RawTable(string file)
    {
        _connection = new($"Data Source={file}");
        _connection.Open();
        using var tables = Command(
            """
            PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
            CREATE TABLE IF NOT EXISTS session (id TEXT PRIMARY KEY, start INTEGER NOT NULL, capacity INTEGER) WITHOUT ROWID;
            CREATE TABLE IF NOT EXISTS registration (session TEXT NOT NULL, address TEXT NOT NULL, number INTEGER NOT NULL, created INTEGER NOT NULL, PRIMARY KEY (session, address)) WITHOUT ROWID;
            CREATE INDEX IF NOT EXISTS in_order ON registration (session, number);
            """);
        tables.ExecuteNonQuery();
        _check = Command(
            """
            INSERT OR IGNORE INTO session VALUES ($session, unixepoch() + 86400, 100);
            SELECT start > unixepoch() AND NOT EXISTS (SELECT 1 FROM registration WHERE session = $session AND address = $address) FROM session WHERE id = $session;
            """, "$session", "$address");
        _insert = Command(
            """
            INSERT INTO registration VALUES ($session, $address, (SELECT coalesce(max(number), 0) + 1 FROM registration WHERE session = $session), unixepoch());
            """, "$session", "$address");
    }

    public async Task<bool> Insert(string session, string address)
    {
        await _turn.WaitAsync();
        try
        {
            return Commit([(session, address)])[0];
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>In one transaction. Whoever calls it is alone.</summary>
    public bool[] Commit(IReadOnlyList<(string Session, string Address)> rows)
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        var taken = rows.Select(row => Run(_check, transaction, row.Session, row.Address).ExecuteScalar() is 1L && Run(_insert, transaction, row.Session, row.Address).ExecuteNonQuery() == 1).ToArray();
        transaction.Commit();
        return taken;
    }

    public void Dispose()
    {
        _check.Dispose();
        _insert.Dispose();
        _connection.Dispose();
        _turn.Dispose();
    }

    private static SqliteCommand Run(SqliteCommand command, SqliteTransaction transaction, string session, string address)
    {
        command.Transaction = transaction;
        command.Parameters[0].Value = session;
        command.Parameters[1].Value = address;
        return command;
    }

    private SqliteCommand Command(string sql, params string[] names)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in names)
            command.Parameters.Add(name, SqliteType.Text);
        return command;
    }
}
