using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace Sessions.Data.Sqlite;

/// <summary>What EF takes for a new command: borrows the compiled one of its SQL and gives it back at its end.</summary>
internal sealed class KeptCommand(KeptConnection connection) : DbCommand
{
    private SqliteCommand? _borrowed;
    private DbTransaction? _transaction;
    private int? _timeout;
    private bool _failed;

    [AllowNull]
    public override string CommandText
    {
        get => _borrowed?.CommandText ?? "";
        set
        {
            GiveBack();
            _borrowed = string.IsNullOrEmpty(value) ? null : connection.Take(value);
        }
    }

    public override int CommandTimeout
    {
        get => _timeout ?? connection.DefaultTimeout;
        set => _timeout = value;
    }

    public override CommandType CommandType { get; set; } = CommandType.Text;

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection
    {
        get => connection;
        set => throw new NotSupportedException("A kept command belongs to the connection that made it.");
    }

    protected override DbParameterCollection DbParameterCollection => Borrowed.Parameters;

    protected override DbTransaction? DbTransaction
    {
        get => _transaction;
        set => _transaction = value;
    }

    private SqliteCommand Borrowed => _borrowed ?? throw new InvalidOperationException("The command has no text yet.");

    public override void Cancel() => _borrowed?.Cancel();

    public override int ExecuteNonQuery() => Run(static command => command.ExecuteNonQuery());

    public override object? ExecuteScalar() => Run(static command => command.ExecuteScalar());

    public override void Prepare() => Run(static command =>
    {
        command.Prepare();
        return true;
    });

    protected override DbParameter CreateDbParameter() => new SqliteParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
    {
        _failed = true;
        var reader = Ready().ExecuteReader(behavior);
        _failed = false;
        return reader;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) GiveBack();
        base.Dispose(disposing);
    }

    private T Run<T>(Func<SqliteCommand, T> act)
    {
        _failed = true;
        var result = act(Ready());
        _failed = false;
        return result;
    }

    private SqliteCommand Ready()
    {
        Borrowed.Transaction = (SqliteTransaction?)_transaction ?? connection.Current;
        Borrowed.CommandTimeout = CommandTimeout;
        return Borrowed;
    }

    /// <summary>A statement that failed is not trusted again.</summary>
    private void GiveBack()
    {
        if (_borrowed is not { } borrowed) return;
        _borrowed = null;
        if (_failed) borrowed.Dispose();
        else connection.Return(borrowed);
    }
}
