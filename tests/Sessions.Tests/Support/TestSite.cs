using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Sessions.Data;
using Sessions.People;
using Sessions.Scheduling;
using Sessions.Speakers;
using Sessions.Web;

namespace Sessions.Tests.Support;

/// <summary>The real app on a real port, with a folder of its own and one published session in a week's time.</summary>
public class TestSite : WebApplicationFactory<Words>, IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sessions-site-");

    public Guid SeriesId { get; private set; }

    public Guid SessionId { get; private set; }

    /// <summary>Without cookies, and redirects are answers.</summary>
    public HttpClient Client { get; private set; } = null!;

    internal Database Database => Services.GetRequiredService<Database>();

    internal T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    public Actor Host => new(Guid.CreateVersion7(), "Host", IsAdmin: false, IsHost: true, new HashSet<Guid> { SeriesId });

    public string Folder => _folder.FullName;

    private string DatabaseFile => Path.Combine(_folder.FullName, "sessions.db");

    public string StoredFiles => Path.Combine(_folder.FullName, "files", "files");

    public virtual async Task InitializeAsync()
    {
        await TemplateDatabase.CopyTo(DatabaseFile);
        UseKestrel(0);
        StartServer();
        var address = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(address) };
        var now = TimeProvider.System.Now();
        var when = SessionTime.Exact(now.InUtc().LocalDateTime.PlusDays(7), "Europe/London", 60);
        var series = new Series { Slug = "open", Name = "Open", Zone = "Europe/London", CreatedAt = now, PublishedAt = now };
        var session = new Session { SeriesId = series.Id, Slug = "1", Title = "First", When = when, CreatedAt = now, PublishedAt = now }.At(when);
        await Database.Write(db => Task.FromResult((db.Add(series), db.Add(session))));
        (SeriesId, SessionId) = (series.Id, session.Id);
    }

    /// <summary>Somebody on the programme, and the path of their page.</summary>
    public async Task<(Guid Id, string Path)> Speaker(AppearanceRole role = AppearanceRole.Speaker)
    {
        var id = (await Get<SpeakerService>().Add(Host, SessionId, "Kim Example", $"{Guid.NewGuid():n}@example.org", role)).Value;
        return (id, await SpeakerPath.Of(Database, Get<StandingLinks>(), id));
    }

    public static MultipartFormDataContent Form(IEnumerable<KeyValuePair<string, string>> fields, params (string Name, byte[] Bytes)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        foreach (var (name, bytes) in files)
        {
            var content = new ByteArrayContent(bytes);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
            form.Add(content, "files", name);
        }
        return form;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseEnvironment("Production")
        .UseSetting("Site:PublicUrl", "http://localhost")
        .UseSetting("Database:ConnectionString", $"Data Source={DatabaseFile}")
        // Recordings of other tests stay as they are, whatever this machine has.
        .UseSetting("Archive:Media", "Nothing")
        .UseSetting("Files:Path", Path.Combine(_folder.FullName, "files"))
        .UseSetting("Mail:PickupPath", Path.Combine(_folder.FullName, "mail"));

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
