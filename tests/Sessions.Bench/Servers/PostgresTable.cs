using Npgsql;

namespace Sessions.Bench.Servers;

/// <summary>The same row on PostgreSQL: the session's row locked, the check, the insert and its COMMIT.</summary>
internal sealed class PostgresTable : IRawTable, IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;

    private PostgresTable(NpgsqlDataSource source) => _source = source;

    public static async Task<PostgresTable> Open(string connectionString)
    {
        var source = NpgsqlDataSource.Create(connectionString);
        await using var tables = source.CreateCommand(
            """
            CREATE TABLE IF NOT EXISTS raw_session (id text PRIMARY KEY, start timestamptz NOT NULL, capacity integer);
            CREATE TABLE IF NOT EXISTS raw_registration (session text NOT NULL, address text NOT NULL, number integer NOT NULL, created timestamptz NOT NULL, PRIMARY KEY (session, address));
            CREATE INDEX IF NOT EXISTS raw_in_order ON raw_registration (session, number);
            INSERT INTO raw_session VALUES ('open', now() + interval '1 day', 100) ON CONFLICT DO NOTHING;
            """);
        await tables.ExecuteNonQueryAsync();
        return new(source);
    }

    public async Task<bool> Insert(string session, string address)
    {
        await using var connection = await _source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var check = Command("SELECT start > now() AND NOT EXISTS (SELECT 1 FROM raw_registration WHERE session = $1 AND address = $2) FROM raw_session WHERE id = $1 FOR UPDATE");
        if (await check.ExecuteScalarAsync() is not true) return false;
        await using var insert = Command("INSERT INTO raw_registration VALUES ($1, $2, (SELECT coalesce(max(number), 0) + 1 FROM raw_registration WHERE session = $1), now())");
        await insert.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
        return true;

        NpgsqlCommand Command(string sql) => new(sql, connection, transaction) { Parameters = { new() { Value = session }, new() { Value = address } } };
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
