using Npgsql;

namespace Sessions.Data.Postgres;

/// <summary>What PostgreSQL says about its own tables, for copying them out and in.</summary>
internal static class PostgresCatalogue
{
    public const string History = "__EFMigrationsHistory";

    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static Task<List<string>> Tables(this NpgsqlConnection connection, CancellationToken stop) => connection.Texts(
        "SELECT relname::text FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') ORDER BY relname", stop);

    /// <summary>Those that are stored as they were given; the others PostgreSQL computes again.</summary>
    public static Task<List<string>> Columns(this NpgsqlConnection connection, string table, CancellationToken stop) => connection.Texts(
        "SELECT attname::text FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum", stop, Quote(table));

    /// <returns>The statements that put them back, which check every row.</returns>
    public static async Task<List<string>> TakeReferencesOff(this NpgsqlConnection connection, CancellationToken stop)
    {
        const string Which = "FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace ORDER BY oid";
        var back = await connection.Texts($"SELECT format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) {Which}", stop);
        foreach (var off in await connection.Texts($"SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) {Which}", stop))
            await connection.Run(off, stop);
        return back;
    }

    /// <summary>Columns that count by themselves go on behind the highest number that is there.</summary>
    public static async Task MoveCountersOn(this NpgsqlConnection connection, CancellationToken stop)
    {
        var moves = await connection.Texts("""
            SELECT format('SELECT setval(pg_get_serial_sequence(%L, %L), max(%I)) FROM %s HAVING max(%I) IS NOT NULL',
                a.attrelid::regclass, a.attname, a.attname, a.attrelid::regclass, a.attname)
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
            WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
                AND pg_get_serial_sequence(a.attrelid::regclass::text, a.attname::text) IS NOT NULL
            """, stop);
        foreach (var move in moves) await connection.Run(move, stop);
    }

    public static async Task Run(this NpgsqlConnection connection, string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(stop);
    }

    public static async Task<List<string>> Texts(this NpgsqlConnection connection, string sql, CancellationToken stop, params string[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync(stop);
        var rows = new List<string>();
        while (await reader.ReadAsync(stop)) rows.Add(reader.GetString(0));
        return rows;
    }
}
