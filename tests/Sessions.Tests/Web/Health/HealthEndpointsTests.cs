using System.Net;
using System.Text.Json;
using Npgsql;
using Sessions.Data;
using Sessions.Tests.Support;

namespace Sessions.Tests.Web.Health;

public sealed class HealthEndpointsTests
{
    [Theory, EachDatabase]
    public async Task A_site_that_works_is_alive_and_ready_and_neither_answer_is_kept(DatabaseProvider provider)
    {
        await using var run = await Run.Create(provider);

        var (live, _) = await run.Ask("/health/live");
        var (ready, checks) = await run.Ask("/health/ready");

        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.True(live.Headers.CacheControl!.NoStore && ready.Headers.CacheControl!.NoStore);
        Assert.Equal(["database", "migrations", "disk", "outbox"], checks.Keys);
        Assert.All(checks.Values, Assert.True);
    }

    [Theory, EachDatabase]
    public async Task Without_the_latest_tables_it_is_not_ready(DatabaseProvider provider)
    {
        await using var run = await Run.Create(provider);
        await run.Sql("DELETE FROM \"__EFMigrationsHistory\"");

        var (ready, checks) = await run.Ask("/health/ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal(["migrations"], checks.Where(check => !check.Value).Select(check => check.Key));
    }

    [NeedsFact(Component.Postgres)]
    public async Task Without_its_database_it_lives_is_not_ready_and_says_nothing_of_where_it_looked()
    {
        await using var run = await Run.Create(DatabaseProvider.Postgres);
        await run.Drop();

        var (live, _) = await run.Ask("/health/live");
        var (ready, checks) = await run.Ask("/health/ready");

        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.False(checks["database"]);
        Assert.True(checks["disk"]);
        Assert.DoesNotContain("127.0.0.1", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("sessions_", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private sealed class Run(DatabaseProvider provider, TestDatabase database, DirectoryInfo folder) : IAsyncDisposable
    {
        private readonly SiteAt _site = new(new(provider, database.ConnectionString), folder.FullName);

        public static async Task<Run> Create(DatabaseProvider provider)
        {
            var run = new Run(provider, await TestDatabase.Create(provider), Directory.CreateTempSubdirectory("sessions-health-"));
            _ = run._site.Server;
            return run;
        }

        public async Task<(HttpResponseMessage Answer, Dictionary<string, bool> Checks)> Ask(string path)
        {
            using var visitor = _site.Visitor();
            var answer = await visitor.GetAsync(new Uri(path, UriKind.Relative));
            var text = await answer.Content.ReadAsStringAsync();
            if (!text.StartsWith('{')) return (answer, []);
            var checks = JsonDocument.Parse(text).RootElement.GetProperty("checks").EnumerateArray();
            return (answer, checks.ToDictionary(check => check.GetProperty("name").GetString()!, check => check.GetProperty("ok").GetBoolean()));
        }

        public async Task Sql(string sql)
        {
            await using System.Data.Common.DbConnection connection = provider == DatabaseProvider.Postgres
                ? new NpgsqlConnection(database.ConnectionString) : new Microsoft.Data.Sqlite.SqliteConnection(database.ConnectionString);
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }

        public async Task Drop()
        {
            var name = new NpgsqlConnectionStringBuilder(database.ConnectionString).Database;
            await using var server = new NpgsqlConnection(Probe.PostgresConnectionString);
            await server.OpenAsync();
            await using var command = new NpgsqlCommand($"DROP DATABASE {name} WITH (FORCE); ", server);
            await command.ExecuteNonQueryAsync();
            command.CommandText = $"CREATE DATABASE {name} ALLOW_CONNECTIONS false";
            await command.ExecuteNonQueryAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await _site.DisposeAsync();
            await database.DisposeAsync();
            folder.Delete(recursive: true);
        }
    }
}
