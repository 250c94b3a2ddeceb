using Microsoft.Data.Sqlite;
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

    public static async Task<TestDatabase> Create(DatabaseProvider provider)
    {
        if (provider == DatabaseProvider.Postgres) return await EmptyPostgres(await TemplateDatabase.Postgres());
        var made = EmptySqlite();
        await TemplateDatabase.CopyTo(new SqliteConnectionStringBuilder(made.ConnectionString).DataSource);
        await made.Database.Migrate();
        return made;
    }

    /// <summary>Before its first start: without tables.</summary>
    public static Task<TestDatabase> Empty(DatabaseProvider provider) =>
        provider == DatabaseProvider.Postgres ? EmptyPostgres(template: null) : Task.FromResult(EmptySqlite());

    public static Task<TestDatabase> Sqlite() => Create(DatabaseProvider.Sqlite);

    public static Task<TestDatabase> Postgres() => Create(DatabaseProvider.Postgres);

    private static TestDatabase EmptySqlite()
    {
        var folder = Directory.CreateTempSubdirectory("sessions-");
        var database = new SqliteDatabase($"Data Source={Path.Combine(folder.FullName, "sessions.db")}", new PublicVersion());
        return new(database, database.ConnectionString, async () =>
        {
            await database.DisposeAsync();
            SqliteConnection.ClearPool(new SqliteConnection(database.ConnectionString));
            folder.Delete(recursive: true);
        });
    }

    /// <param name="template">Name of the database to copy; null is none.</param>
    internal static async Task<TestDatabase> EmptyPostgres(string? template)
    {
        var server = Environment.GetEnvironmentVariable("SESSIONS_TEST_POSTGRES")
            ?? throw new InvalidOperationException("SESSIONS_TEST_POSTGRES is not set: tests/run.sh starts the server.");
        var name = $"sessions_{Guid.NewGuid():n}";
        await Run(server, $"CREATE DATABASE {name}" + (template is null ? "" : $" TEMPLATE {template}"));
        var own = new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 60 }.ToString();
        var database = new PostgresDatabase(own, new PublicVersion());
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
