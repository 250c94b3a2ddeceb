using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Sessions.Data.Sqlite;

/// <summary>One file, by SQLite's online backup.</summary>
internal sealed class SqliteCopies : DatabaseCopies
{
    private const string Part = "sessions.db";

    private readonly SqliteConnectionStringBuilder _source;

    public SqliteCopies(string connectionString)
    {
        _source = new(connectionString) { Pooling = false, Mode = SqliteOpenMode.ReadWrite, DefaultTimeout = 30 };
        Path = System.IO.Path.GetFullPath(_source.DataSource);
    }

    public override DatabaseProvider Provider => DatabaseProvider.Sqlite;

    public string Path { get; }

    public override Task<bool> IsEmpty(CancellationToken stop = default) =>
        Task.FromResult(new FileInfo(Path) is not { Exists: true, Length: > 0 } && new FileInfo(Path + "-wal") is not { Exists: true, Length: > 0 });

    public override Task<DatabaseSnapshot> Take(string folder, CancellationToken stop = default) => Task.Run(() =>
    {
        using var source = new SqliteConnection(_source.ToString());
        using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = System.IO.Path.Combine(folder, Part), Pooling = false }.ToString());
        source.Open();
        copy.Open();
        source.BackupDatabase(copy);
        // Without its log beside it: the one file is everything.
        _ = Text(copy, "PRAGMA journal_mode=DELETE");
        var schema = Text(copy, "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" ORDER BY \"MigrationId\" DESC LIMIT 1").Single();
        return new DatabaseSnapshot(schema, [Part], [.. Text(copy, "SELECT \"Id\" FROM files").Select(Guid.Parse)]);
    }, stop);

    public override bool Knows(string schema)
    {
        using var db = new SqliteSessionsDb(SqliteDatabase.Options("Data Source=:memory:").Options);
        return db.Database.GetMigrations().Contains(schema);
    }

    public override async Task PutBack(string schema, IReadOnlyList<string> parts, Func<string, Stream> open, Func<Task> beforeCommit, CancellationToken stop = default)
    {
        var arriving = Path + ".restoring";
        File.Delete(arriving);
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            await using (var file = new FileStream(arriving, options))
            {
                await using var content = open(parts.Single());
                await content.CopyToAsync(file, stop);
                file.Flush(flushToDisk: true);
            }
            await beforeCommit();
            File.Move(arriving, Path, overwrite: true);
        }
        finally
        {
            File.Delete(arriving);
        }
    }

    private static List<string> Text(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(reader.GetString(0));
        return rows;
    }
}
