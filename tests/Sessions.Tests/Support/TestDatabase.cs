using Npgsql;
using Sessions.Data;
using Sessions.Data.Postgres;
using Sessions.Data.Sqlite;

namespace Sessions.Tests.Support;

/// <summary>A real, empty, migrated database that goes when the test ends.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly Func<ValueTask> _remove;

    private TestDatabase(Database database, string connectionString, Func<ValueTask> remove)
    {
        (Database, ConnectionString, _remove) = (database, connectionString, remove);
    }

    public Database Database { get; }

    public string ConnectionString { get; }

    public static Task<TestDatabase> Create(DatabaseProvider provider) =>
        provider == DatabaseProvider.Postgres ? Postgres() : Sqlite();

    public static async Task<TestDatabase> Sqlite()
    {
        var folder = Directory.CreateTempSubdirectory("sessions-");
        var database = new SqliteDatabase($"Data Source={Path.Combine(folder.FullName, "sessions.db")}", new PublicVersion());
        await database.Migrate();
        return new(database, database.ConnectionString, async () =>
        {
            await database.DisposeAsync();
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        });
    }

    public static async Task<TestDatabase> Postgres()
    {
        var server = Environment.GetEnvironmentVariable("SESSIONS_TEST_POSTGRES")
            ?? throw new InvalidOperationException("SESSIONS_TEST_POSTGRES is not set: tests/run.sh starts the server.");
        var name = $"sessions_{Guid.NewGuid():n}";
        await Run(server, $"CREATE DATABASE {name}");
        var own = new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 60 }.ToString();
        var database = new PostgresDatabase(own, new PublicVersion());
        await database.Migrate();
        return new(database, own, async () =>
        {
            NpgsqlConnection.ClearPool(new NpgsqlConnection(own));
            await Run(server, $"DROP DATABASE {name} WITH (FORCE)");
        });
    }

    public ValueTask DisposeAsync() => _remove();

    private static async Task Run(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
