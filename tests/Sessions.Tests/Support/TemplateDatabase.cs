using Microsoft.Data.Sqlite;
using Npgsql;
using Sessions.Data;

namespace Sessions.Tests.Support;

/// <summary>An empty, migrated database of each kind, made once in a run: hundreds of tests begin with a copy of it.</summary>
internal static class TemplateDatabase
{
    private static readonly Lazy<Task<string>> SqliteFile = new(MakeSqlite);
    private static readonly Lazy<Task<string>> PostgresName = new(MakePostgres);

    public static async Task CopyTo(string file) => File.Copy(await SqliteFile.Value, file);

    /// <summary>For a constructor.</summary>
    public static void CopyNowTo(string file) => File.Copy(Task.Run(() => SqliteFile.Value).GetAwaiter().GetResult(), file);

    /// <summary>The name to say behind TEMPLATE.</summary>
    public static Task<string> Postgres() => PostgresName.Value;

    private static async Task<string> MakeSqlite()
    {
        await using var made = await TestDatabase.Empty(DatabaseProvider.Sqlite);
        await made.Database.Migrate();
        var folder = Directory.CreateTempSubdirectory("sessions-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var file = Path.Combine(folder, "sessions.db");
        await using var connection = new SqliteConnection(made.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $file";
        command.Parameters.AddWithValue("$file", file);
        await command.ExecuteNonQueryAsync();
        return file;
    }

    /// <summary>It stays with the server, which tests/run.sh throws away.</summary>
    private static async Task<string> MakePostgres()
    {
        var made = await TestDatabase.Empty(DatabaseProvider.Postgres);
        await made.Database.Migrate();
        await using var own = new NpgsqlConnection(made.ConnectionString);
        // Nobody may be connected to what is copied.
        NpgsqlConnection.ClearPool(own);
        return new NpgsqlConnectionStringBuilder(made.ConnectionString).Database!;
    }
}
