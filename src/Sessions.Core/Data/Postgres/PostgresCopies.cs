using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Sessions.Data.Postgres;

/// <summary>One CSV file a table, read by COPY in one read-only transaction that sees one moment.</summary>
internal sealed class PostgresCopies(string connectionString) : DatabaseCopies
{
    private const string Ending = ".csv";

    public override DatabaseProvider Provider => DatabaseProvider.Postgres;

    public override async Task<bool> IsEmpty(CancellationToken stop = default)
    {
        await using var connection = await Open(stop);
        return (await connection.Tables(stop)).Count == 0;
    }

    public override async Task<DatabaseSnapshot> Take(string folder, CancellationToken stop = default)
    {
        await using var connection = await Open(stop);
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        await connection.Run("SET TRANSACTION READ ONLY", stop);
        var schema = (await connection.Texts("SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" ORDER BY \"MigrationId\" DESC LIMIT 1", stop)).Single();
        var tables = (await connection.Tables(stop)).Where(t => t != PostgresCatalogue.History).ToList();
        foreach (var table in tables) await connection.CopyOut(table, Path.Combine(folder, table + Ending), stop);
        var files = await connection.Texts("SELECT \"Id\"::text FROM files", stop);
        return new(schema, [.. tables.Select(t => t + Ending)], [.. files.Select(Guid.Parse)]);
    }

    public override bool Knows(string schema)
    {
        using var db = Context();
        return db.Database.GetMigrations().Contains(schema);
    }

    public override async Task PutBack(string schema, IReadOnlyList<string> parts, Func<string, Stream> open, Func<Task> beforeCommit, CancellationToken stop = default)
    {
        string script;
        using (var db = Context()) script = db.GetService<IMigrator>().GenerateScript(toMigration: schema, options: MigrationsSqlGenerationOptions.NoTransactions);
        await using var connection = await Open(stop);
        await using var whole = await connection.BeginTransactionAsync(stop);
        await connection.Run(script, stop);
        // Rows arrive table by table, in no order of dependence: keys between tables are checked when all are there,
        // and triggers have done their work before the backup.
        var references = await connection.TakeReferencesOff(stop);
        foreach (var part in parts)
        {
            var table = part[..^Ending.Length];
            await connection.Run($"ALTER TABLE {PostgresCatalogue.Quote(table)} DISABLE TRIGGER USER", stop);
            await using (var content = open(part)) await connection.CopyIn(table, content, stop);
            await connection.Run($"ALTER TABLE {PostgresCatalogue.Quote(table)} ENABLE TRIGGER USER", stop);
        }
        foreach (var reference in references) await connection.Run(reference, stop);
        await connection.MoveCountersOn(stop);
        await beforeCommit();
        await whole.CommitAsync(stop);
    }

    private PostgresSessionsDb Context() => new(PostgresDatabase.Options(connectionString).Options);

    private async Task<NpgsqlConnection> Open(CancellationToken stop)
    {
        // A connection of its own: what is set here concerns nobody else. A long COPY is no fault.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0 }.ToString());
        await connection.OpenAsync(stop);
        await connection.Run("SET TimeZone = 'UTC'; SET DateStyle = 'ISO'; SET IntervalStyle = 'iso_8601'; SET bytea_output = 'hex'; SET extra_float_digits = 1", stop);
        return connection;
    }
}
