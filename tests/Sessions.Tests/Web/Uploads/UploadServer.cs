using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Sessions.Data;
using Sessions.People;
using Sessions.Speakers;
using Sessions.Tests.Support;
using Samples = Sessions.Tests.Support.Samples;

namespace Sessions.Tests.Web.Uploads;

/// <summary>The real server as a process of its own with speakers' links, which can be killed and stands up again at the same address.</summary>
internal sealed class UploadServer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sessions-killed-");
    private readonly string _files;
    private readonly Uri _address = new($"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}");
    private AppProcess? _app;

    private UploadServer(string? files) => _files = files ?? Path.Combine(_folder.FullName, "files");

    /// <summary>Paths of the speakers' pages.</summary>
    public IReadOnlyList<string> Talks { get; private set; } = [];

    public HttpClient Client { get; private set; } = null!;

    public Uri Address => _address;

    public string StoredFiles => Path.Combine(_files, "files");

    private string ConnectionString => $"Data Source={Path.Combine(_folder.FullName, "sessions.db")}";

    /// <param name="files">A folder elsewhere, for what is not in the database.</param>
    public static async Task<UploadServer> Start(int speakers, string? files = null)
    {
        var server = new UploadServer(files);
        await server.Seed(speakers);
        server.Client = new HttpClient { BaseAddress = server._address, Timeout = TimeSpan.FromMinutes(5) };
        await server.Begin();
        return server;
    }

    public async Task Restart()
    {
        await _app!.DisposeAsync();
        await Begin();
    }

    /// <summary>Bytes of memory that the process holds now.</summary>
    public long Memory()
    {
        try
        {
            var line = File.ReadLines($"/proc/{_app!.Id}/status").FirstOrDefault(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
            return line is null ? 0 : 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
        catch (Exception fault) when (fault is IOException or InvalidOperationException)
        {
            return 0;
        }
    }

    public async Task<IReadOnlyList<(Guid Id, string Sha256, long Length)>> Stored()
    {
        await using var site = new SiteAt(new(DatabaseProvider.Sqlite, ConnectionString), _files);
        await using var db = site.Get<Database>().Read();
        return [.. db.Files.Select(f => new { f.Id, f.Sha256, f.Length }).AsEnumerable().Select(f => (f.Id, f.Sha256, f.Length))];
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app!.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task Begin()
    {
        _app = AppProcess.Start(_folder.FullName, [], ("ASPNETCORE_URLS", _address.ToString()), ("Database__ConnectionString", ConnectionString), ("Files__Path", _files), ("Mail__PickupPath", Path.Combine(_folder.FullName, "mail")),
            // What is made of films afterwards would be measured along with what brings them here.
            ("Archive__Media", "Nothing"));
        await _app.Address();
    }

    private async Task Seed(int speakers)
    {
        await TemplateDatabase.CopyTo(Path.Combine(_folder.FullName, "sessions.db"));
        await using var site = new SiteAt(new(DatabaseProvider.Sqlite, ConnectionString), _files);
        var samples = await new Samples(site.Get<Database>()).Series("weekly").Session("one", Samples.At(2060, 6, 1)).Save();
        var host = new Actor(Guid.CreateVersion7(), "Host", IsAdmin: false, IsHost: true, new HashSet<Guid> { samples.LastSeries.Id });
        var talks = new List<string>();
        for (var i = 0; i < speakers; i++)
        {
            var id = (await site.Get<SpeakerService>().Add(host, samples.LastSession.Id, "Kim Example", $"kim.{i.ToString(CultureInfo.InvariantCulture)}@example.org")).Value;
            talks.Add(await SpeakerPath.Of(site.Get<Database>(), site.Get<StandingLinks>(), id));
        }
        Talks = talks;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
