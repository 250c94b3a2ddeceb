using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Sessions.Data.Sqlite;

/// <summary>
/// Stays open until it is disposed, and keeps the statements it has compiled. EF closes its connection after every question
/// and makes a new command for each: SQLite would set up functions and pragmas anew and read the same SQL again each time.
/// Idle it holds no lock and no snapshot. Of one user at a time, as any connection.
/// </summary>
internal sealed class KeptConnection(string connectionString) : SqliteConnection(Unpooled(connectionString))
{
    /// <summary>Far more than the questions this product knows; lists of ids make some more.</summary>
    private const int MostKept = 300;

    /// <summary>Of the address space, not of memory.</summary>
    private const string MappedBytes = "PRAGMA mmap_size=4294967296";

    private readonly Dictionary<string, SqliteCommand> _idle = new(StringComparer.Ordinal);
    private bool _ends;

    public SqliteTransaction? Current => Transaction;

    public SqliteCommand Take(string sql)
    {
        if (_idle.Remove(sql, out var kept)) return kept;
        var made = CreateCommand();
        made.CommandText = sql;
        return made;
    }

    public void Return(SqliteCommand command)
    {
        command.Parameters.Clear();
        if (_ends || _idle.Count >= MostKept || !_idle.TryAdd(command.CommandText, command)) command.Dispose();
    }

    /// <summary>Pages of the file are looked at where the system holds them: read one by one, each costs a call and a copy once the file is larger than the cache.</summary>
    public override void Open()
    {
        if (State == System.Data.ConnectionState.Open) return;
        base.Open();
        using var command = base.CreateDbCommand();
        command.CommandText = MappedBytes;
        command.ExecuteNonQuery();
    }

    public override void Close()
    {
        if (_ends) base.Close();
    }

    protected override DbCommand CreateDbCommand() => new KeptCommand(this);

    protected override void Dispose(bool disposing)
    {
        _ends = true;
        // A statement must not outlive the handle of the database it was compiled for.
        if (disposing)
        {
            foreach (var command in _idle.Values) command.Dispose();
            _idle.Clear();
        }
        base.Dispose(disposing);
    }

    /// <summary>What stays open is nothing for a pool.</summary>
    private static string Unpooled(string connectionString) => new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString();
}
