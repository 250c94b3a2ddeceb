using System.Security.Claims;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Sessions.Data;
using Sessions.People;
using Sessions.Scheduling;
using Sessions.Tests.Support;
using Sessions.Views;
using Sessions.Web.Account;
using Sessions.Web.Host;
using Sessions.Workflows;

namespace Sessions.Tests.Web.Host.Planning;

/// <summary>A signed-in host at a console page, on a real database, on 20 November 2026 at 10:00 UTC.</summary>
public abstract class ConsoleTest : BunitContext, IAsyncLifetime
{
    private TestDatabase _test = null!;

    /// <summary>One second is little on a busy machine.</summary>
    static ConsoleTest() => DefaultWaitTimeout = TimeSpan.FromSeconds(15);

    internal Database Database => _test.Database;

    internal FakeTime Time { get; } = new(new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero));

    internal Guid HostId { get; private set; }

    public virtual async Task InitializeAsync()
    {
        _test = await TestDatabase.Sqlite();
        var host = new Person { Name = "Host", CreatedAt = Time.Now() };
        HostId = host.Id;
        var signedIn = new SignIn { PersonId = HostId, Device = "Test", CreatedAt = Time.Now(), SeenAt = Time.Now() };
        await new Samples(Database).Add(host).Add(signedIn).Add(new HostGrant { PersonId = HostId, Role = Role.Host, CreatedAt = Time.Now() }).Save();
        Services.AddLogging().AddLocalization().AddSingleton(Database).AddSingleton<TimeProvider>(Time);
        Services.AddPeople().AddScheduling().AddWorkflows().AddViews().AddSingleton(HolidayCalendar.None).AddScoped<Desk>();
        JSInterop.Mode = JSRuntimeMode.Loose;
        var signIn = AddAuthorization();
        signIn.SetAuthorized("Host");
        signIn.SetClaims(new Claim(ClaimTypes.NameIdentifier, HostId.ToString()), new Claim(SignInCookie.SignInClaim, signedIn.Id.ToString()));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await _test.DisposeAsync();
    }

    /// <summary>A series whose host is signed in.</summary>
    internal async Task<Series> Series(string slug, string? name = null, Action<Series>? with = null)
    {
        var samples = new Samples(Database).Series(slug, name, with);
        var series = samples.LastSeries;
        await samples.Add(new HostGrant { PersonId = HostId, SeriesId = series.Id, Role = Role.Host, CreatedAt = Time.Now() }).Save();
        return series;
    }
}
