using Microsoft.Data.Sqlite;

namespace Sessions.Bench;

/// <summary>Copies rows that Core wrote into very many: 500 series of 200 sessions, 50,000 people, 20 places in half of the sessions.</summary>
internal static class BulkRows
{
    private const int Series = 500;
    private const int People = 50_000;
    private const int PlacesEach = 20;

    public static async Task Add(string connectionString)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await Run(connection, $"""
            PRAGMA synchronous=OFF; PRAGMA busy_timeout=30000;
            CREATE TEMP TABLE n AS WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < {People}) SELECT i FROM c;
            """);
        await Copy(connection, "series", $"JOIN n ON n.i <= {Series} WHERE t.Slug = '{SeededSite.TwoHundred}'", new() { ["Id"] = Id("1", "n.i", "0"), ["Slug"] = "'bulk-' || n.i" });
        await Copy(connection, "sessions", $"JOIN n ON n.i <= {Series} JOIN series o ON o.Id = t.SeriesId WHERE o.Slug = '{SeededSite.TwoHundred}'",
            new() { ["Id"] = Id("2", "n.i", "t.Number"), ["SeriesId"] = Id("1", "n.i", "0") });
        await Copy(connection, "people", "JOIN n WHERE t.Address = 'admin@example.org'", new() { ["Id"] = Id("3", "n.i", "0"), ["Address"] = "'bulk' || n.i || '@example.org'", ["Name"] = "NULL" });
        // The hundred sessions to come of every series: person after person, so that everybody is in twenty.
        await Copy(connection, "registrations", $"JOIN n ON n.i <= {PlacesEach} JOIN (SELECT s.Id, row_number() OVER () AS k FROM sessions s JOIN series o ON o.Id = s.SeriesId WHERE o.Slug LIKE 'bulk-%' AND s.Number > 100) s "
            + "WHERE t.Id = (SELECT Id FROM registrations LIMIT 1)",
            new() { ["Id"] = Id("4", "s.k", "n.i"), ["SessionId"] = "s.Id", ["PersonId"] = Id("3", $"(s.k * {PlacesEach} + n.i) % {People} + 1", "0"), ["\"Order\""] = "n.i" });
        await Run(connection, "ANALYZE; PRAGMA wal_checkpoint(TRUNCATE);");
    }

    private static string Id(string kind, string first, string second) => $"printf('0{kind}%06X-0000-7000-8000-%012X', {first}, {second})";

    private static async Task Copy(SqliteConnection connection, string table, string from, Dictionary<string, string> instead)
    {
        var columns = new List<string>();
        await using (var ask = connection.CreateCommand())
        {
            ask.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
            await using var found = await ask.ExecuteReaderAsync();
            while (await found.ReadAsync())
                columns.Add($"\"{found.GetString(0)}\"");
        }

        var values = columns.Select(column => instead.GetValueOrDefault(column) ?? instead.GetValueOrDefault(column.Trim('"')) ?? $"t.{column}");
        await Run(connection, $"INSERT INTO {table} ({string.Join(", ", columns)}) SELECT {string.Join(", ", values)} FROM {table} t {from}");
    }

    private static async Task Run(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Of our own words.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync();
    }
}
