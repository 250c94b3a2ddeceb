using Sessions.Data.Postgres;
using Sessions.Data.Sqlite;

namespace Sessions.Data;

/// <summary>The database out into files and back from them, whole. Needs no client program of a database.</summary>
public abstract class DatabaseCopies
{
    private protected DatabaseCopies()
    {
    }

    public abstract DatabaseProvider Provider { get; }

    public static DatabaseCopies Of(DatabaseOptions options) => options.Provider == DatabaseProvider.Postgres
        ? new PostgresCopies(options.ConnectionString)
        : new SqliteCopies(options.ConnectionString);

    /// <summary>Nothing is there: no file, or a database without tables.</summary>
    public abstract Task<bool> IsEmpty(CancellationToken stop = default);

    /// <summary>Everything that was committed at one moment, while others go on writing.</summary>
    /// <param name="folder">Empty, and nobody else's.</param>
    public abstract Task<DatabaseSnapshot> Take(string folder, CancellationToken stop = default);

    /// <summary>Whether this version of the product knows the tables as they were after that migration.</summary>
    public abstract bool Knows(string schema);

    /// <summary>Puts a snapshot into an empty database, whole or not at all.</summary>
    /// <param name="open">Opens a part by its name.</param>
    /// <param name="beforeCommit">Runs when all is in place but nobody can see it yet; a fault in it leaves the database empty.</param>
    public abstract Task PutBack(string schema, IReadOnlyList<string> parts, Func<string, Stream> open, Func<Task> beforeCommit, CancellationToken stop = default);
}
