using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Sessions.Data;
using Sessions.Web;

namespace Sessions.Tests.Support;

/// <summary>The real app in this process, in Production, on an empty database of its own; the clock stands at 1 October 2023, 09:00 UTC.</summary>
internal sealed class PublicSite : WebApplicationFactory<Words>
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sessions-site-");

    public PublicSite() => TemplateDatabase.CopyNowTo(DatabaseFile);

    public FakeTime Time { get; } = new(new DateTimeOffset(2023, 10, 1, 9, 0, 0, TimeSpan.Zero));

    public Database Database => Services.GetRequiredService<Database>();

    public Samples Samples => new(Database);

    /// <summary>Follows no redirect and keeps no cookie.</summary>
    public HttpClient Visitor() => CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });

    public async Task<string> Read(string path)
    {
        using var client = Visitor();
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.True(answer.IsSuccessStatusCode, $"{path} answered {answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync();
    }

    private string DatabaseFile => Path.Combine(_folder.FullName, "sessions.db");

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseEnvironment("Production")
        .UseSetting("Site:PublicUrl", "https://sessions.example.org")
        .UseSetting("Database:ConnectionString", $"Data Source={DatabaseFile}")
        .UseSetting("Files:Path", Path.Combine(_folder.FullName, "files"))
        .UseSetting("Mail:PickupPath", Path.Combine(_folder.FullName, "mail"))
        .UseSetting("Mail:From", "sessions@example.org")
        .ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Time));

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Microsoft.Data.Sqlite.SqliteConnection.ClearPool(new($"Data Source={DatabaseFile}"));
        if (disposing && _folder.Exists) _folder.Delete(recursive: true);
    }
}
