using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Sessions.Tests.Support;

namespace Sessions.Tests.Data;

/// <summary>Made by a migration alone: whatever writes the table anew has to make it again.</summary>
public sealed class SessionsInOrderTests
{
    [Theory]
    [InlineData("""WHERE "SortDate" >= '2026-11-29' ORDER BY "SortDate", "StartsAt", "Id" LIMIT 20""")]
    [InlineData("""WHERE "SortDate" <= '2026-11-29' ORDER BY "SortDate" DESC, "StartsAt" DESC, "Id" DESC LIMIT 12""")]
    public async Task What_is_next_and_what_was_last_is_read_from_one_end_and_not_sorted(string asked)
    {
        await using var test = await TestDatabase.Sqlite();
        await using var connection = new SqliteConnection(test.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN SELECT \"Id\" FROM sessions {asked}";
        var steps = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) steps.Add(reader.GetString(3));

        Assert.Contains("IX_sessions_SortDate", Assert.Single(steps), StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task PostgreSQL_has_it_too()
    {
        await using var test = await TestDatabase.Postgres();
        await using var read = test.Database.Read();
        var made = await read.Database.SqlQueryRaw<string>("""SELECT indexdef AS "Value" FROM pg_indexes WHERE indexname = 'IX_sessions_SortDate'""").SingleAsync();

        Assert.EndsWith("""("SortDate", "StartsAt", "Id")""", made, StringComparison.Ordinal);
    }
}
