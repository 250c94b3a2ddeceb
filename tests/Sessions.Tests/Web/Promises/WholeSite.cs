using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sessions.Data;
using Sessions.Tests.Support;
using Sessions.Web.Jobs;

namespace Sessions.Tests.Web.Promises;

/// <summary>The app with something behind every address and somebody in every role. No job runs by itself, and no visitor is told to slow down.</summary>
public sealed class WholeSite : TestSite
{
    private readonly TestDatabase? _own;

    public WholeSite()
    {
    }

    private WholeSite(TestDatabase own) => _own = own;

    internal LogLines Log { get; } = new();

    /// <summary>Every one-time token made for a test.</summary>
    internal System.Collections.Concurrent.ConcurrentBag<string> OneTimeTokens { get; } = [];

    /// <summary>The sign-in cookie of each role that has come so far.</summary>
    internal Dictionary<Role, string> SignedIn { get; } = [];

    internal Known Known { get; private set; } = null!;

    /// <summary>Level of the framework's categories; null is as shipped.</summary>
    internal LogLevel? FrameworkLevel { get; init; }

    internal static async Task<WholeSite> Open(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var site = provider == DatabaseProvider.Sqlite ? new WholeSite() : new(await TestDatabase.Create(provider));
        await site.InitializeAsync();
        return site;
    }

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Known = await Seed.Into(this);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_own is not null) await _own.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        foreach (var limit in new[] { "AddressesPerMinute", "NetworkPerMinute", "NetworkBurst" }) builder.UseSetting($"SignUp:{limit}", "1000000");
        if (_own is not null) builder.UseSetting("Database:Provider", "Postgres").UseSetting("Database:ConnectionString", _own.ConnectionString);
        if (FrameworkLevel is { } level) builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore", $"{level}");
        builder.ConfigureLogging(logging => logging.AddProvider(Log).AddFilter<LogLines>("Sessions", LogLevel.Debug));
        builder.ConfigureTestServices(services => services.Remove(services.Single(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType == typeof(JobRunner))));
    }
}
