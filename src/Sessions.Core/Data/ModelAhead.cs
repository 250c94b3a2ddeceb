using Sessions.Data.Postgres;
using Sessions.Data.Sqlite;

namespace Sessions.Data;

/// <summary>EF's model of the tables takes a good part of a start: it is begun on another thread while the rest is still being put together.</summary>
internal static class ModelAhead
{
    /// <summary>Connects to nothing. Whoever needs the model before it is there waits for this one, and meets what is wrong with it.</summary>
    public static void Begin(DatabaseProvider provider) => _ = Task.Run(() =>
    {
        using SessionsDb db = provider == DatabaseProvider.Postgres ? new PostgresSessionsDb(PostgresDatabase.Options("Host=localhost").Options) : new SqliteSessionsDb(SqliteDatabase.Options("Data Source=:memory:").Options);
        _ = db.Model;
    });
}
