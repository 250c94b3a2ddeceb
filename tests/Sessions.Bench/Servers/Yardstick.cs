using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Sessions.Bench.Servers;

/// <summary>What the ratios are ratios to: the least a server can do for a line of text, and for one durable row.</summary>
internal static class Yardstick
{
    public const string Plaintext = "/plaintext";
    public const string Insert = "/insert";

    /// <summary>All that wait share one COMMIT.</summary>
    public const string InsertTogether = "/insert-together";

    public const string InsertPostgres = "/insert-postgres";

    /// <summary>A page that no browser has any work with: what it is short of a full score is the machine's.</summary>
    public const string Page = "/page";

    private const string PageText = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
        + "<title>A page</title><meta name=\"description\" content=\"A page\"></head><body><main><h1>A page</h1><p>One sentence.</p></main></body></html>";

    /// <param name="postgres">A connection string, for <see cref="InsertPostgres"/>.</param>
    public static ServerProcess Start(string folder, string? postgres = null) =>
        new(typeof(Yardstick).Assembly.Location, ["yardstick", Path.Combine(folder, "yardstick.db"), .. postgres is null ? Array.Empty<string>() : [postgres]], _ => new Dictionary<string, string>());

    public static async Task<int> Serve(string file, string? postgres)
    {
        using var table = new RawTable(file);
        await using var together = new GroupedTable(file + ".together");
        await using var onPostgres = postgres is null ? null : await PostgresTable.Open(postgres);
        var builder = WebApplication.CreateBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        await using var app = builder.Build();
        app.MapGet(Plaintext, () => "Hello, World!");
        app.MapGet(Page, () => Results.Text(PageText, "text/html"));
        Take(Insert, table);
        Take(InsertTogether, together);
        if (onPostgres is not null) Take(InsertPostgres, onPostgres);
        await app.RunAsync();
        return 0;

        void Take(string path, IRawTable rows) => app.MapPost(path, async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            return await rows.Insert(form["session"].ToString(), form["email"].ToString()) ? Results.Ok() : Results.Conflict();
        });
    }
}
