using System.Diagnostics;
using Sessions.Bench.Servers;
using Sessions.Data;
using Sessions.Data.Postgres;

namespace Sessions.Bench;

/// <summary>What every measure works on: a published app with its data, a running yardstick, and a folder that goes away.</summary>
internal sealed class Workbench : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sessions-bench-");
    private ServerProcess? _app;
    private ServerProcess? _yardstick;
    private (ServerProcess App, Crowd Crowd, ServerProcess Yardstick)? _onPostgres;

    // The last began last and ends first.
    private readonly List<IAsyncDisposable> _others = [];

    private Workbench(BenchOptions options) => Options = options;

    public BenchOptions Options { get; }

    public PublishedApp Published { get; private set; } = default!;

    public SeededSite Site { get; private set; } = default!;

    public ServerProcess App => _app!;

    public ServerProcess Yardstick => _yardstick!;

    public static async Task<Workbench> SetUp(BenchOptions options)
    {
        var bench = new Workbench(options);
        Say("publishing the app");
        bench.Published = await PublishedApp.Publish(bench._folder.FullName);
        Say("seeding its database");
        bench.Site = await SeededSite.Make(bench.Published.ConnectionString, bench.Published.StoredFiles, options.Rounds);
        await bench.Restart();
        await bench.RestartYardstick();
        return bench;
    }

    /// <summary>The app on a PostgreSQL of its own, started by the first who asks; null where there is none.</summary>
    public async Task<(ServerProcess App, Crowd Crowd, ServerProcess Yardstick)?> OnPostgres()
    {
        if (_onPostgres is null && await Postgres.Start() is { } server)
        {
            Say("PostgreSQL");
            _others.Add(server);
            var database = new PostgresDatabase(server.ConnectionString, new PublicVersion());
            var crowd = await SeededSite.Open(database);
            var (app, yardstick) = (Published.Start(server.ConnectionString), Servers.Yardstick.Start(_folder.FullName, server.ConnectionString));
            _others.AddRange([yardstick, app]);
            await app.UntilItAnswers("/");
            await yardstick.UntilItAnswers(Servers.Yardstick.Plaintext);
            _onPostgres = (app, crowd, yardstick);
        }

        return _onPostgres;
    }

    public static void Say(string what) => Console.Error.WriteLine($"bench: {what}");

    /// <summary>A fresh process on the same data; how long it took to its first page, and that page's status.</summary>
    public async Task<(TimeSpan Took, int Status)> Restart()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        var watch = Stopwatch.StartNew();
        _app = Published.Start();
        var status = await _app.UntilItAnswers("/");
        return (watch.Elapsed, status);
    }

    public async Task<TimeSpan> RestartYardstick()
    {
        if (_yardstick is not null)
            await _yardstick.DisposeAsync();
        var watch = Stopwatch.StartNew();
        _yardstick = Servers.Yardstick.Start(_folder.FullName);
        await _yardstick.UntilItAnswers(Servers.Yardstick.Plaintext);
        return watch.Elapsed;
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        if (_yardstick is not null)
            await _yardstick.DisposeAsync();
        foreach (var other in Enumerable.Reverse(_others)) await other.DisposeAsync();
        await Site.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
