using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Sessions.Data;
using Sessions.Web;

namespace Sessions.Tests.Support;

/// <summary>The real app in this process on a database and a folder that are there before it and stay behind it.</summary>
internal sealed class SiteAt(DatabaseOptions database, string folder, params (string Key, string Value)[] settings) : WebApplicationFactory<Words>
{
    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Follows no redirect and keeps no cookie.</summary>
    public HttpClient Visitor() => CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production")
            .UseSetting("Site:PublicUrl", "https://sessions.example.org")
            .UseSetting("Database:Provider", database.Provider.ToString())
            .UseSetting("Database:ConnectionString", database.ConnectionString)
            .UseSetting("Archive:Media", "Nothing")
            .UseSetting("Files:Path", folder)
            .UseSetting("Mail:PickupPath", Path.Combine(folder, "mail"))
            .UseSetting("Mail:From", "sessions@example.org");
        foreach (var (key, value) in settings) builder.UseSetting(key, value);
    }
}
