using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using NodaTime;
using Sessions.Archive;
using Sessions.Archive.Media;
using Sessions.Community;
using Sessions.Data;
using Sessions.Files;
using Sessions.People;
using Sessions.Scheduling;
using Sessions.Speakers;
using Sessions.Tests.Support;
using Sessions.Views;
using Sessions.Web.Account;
using Sessions.Web.Host;
using Sessions.Workflows;

namespace Sessions.Tests.Web.Host;

/// <summary>Console pages over a real database, with somebody signed in.</summary>
internal sealed class ConsoleStage : BunitContext
{
    public static readonly Instant Now = Instant.FromUtc(2023, 10, 13, 9, 0);

    private readonly TestDatabase _test;
    private readonly BunitAuthorizationContext _visitor;

    private ConsoleStage(TestDatabase test)
    {
        _test = test;
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLocalization();
        Services.AddLogging();
        Services.AddSingleton(test.Database);
        Services.AddSingleton<TimeProvider>(new FakeTime(Now.ToDateTimeOffset()));
        Services.AddSingleton(new SiteOptions(new("https://sessions.example.org"), "Open data"));
        Services.AddSingleton(new StandingLinks(new byte[32]));
        Services.AddFiles(Path.Combine(Path.GetTempPath(), "sessions-console-stage"), new(Sessions.Files.UploadLimits.Usual));
        Services.AddPeople();
        Services.AddScheduling();
        Services.AddArchive(new(IsOn: false, new("https://sessions.example.org")), new());
        // As if the tools were there, whatever this machine has; a test may say otherwise before it looks.
        Services.AddSingleton(_ => Media);
        Services.AddSpeakers();
        Services.AddCommunity();
        Services.AddWorkflows();
        Services.AddViews();
        Services.AddSingleton(HolidayCalendar.None);
        Services.AddMudServices();
        Services.AddScoped<Desk>();
        _visitor = AddAuthorization();
    }

    public Database Database => _test.Database;

    public MediaOptions Media { get; set; } = new(Ffmpeg: "/bin/sh", Ffprobe: "/bin/sh");

    public MediaProgress Progress => Services.GetRequiredService<MediaProgress>();

    /// <summary>Nothing planned, and nobody signed in.</summary>
    public static async Task<ConsoleStage> Create() => new(await TestDatabase.Sqlite());

    /// <param name="series">Null is an admin.</param>
    public async Task SignIn(Guid? series)
    {
        var person = new Person { Name = "A host", Address = $"{Guid.NewGuid():n}@example.org", CreatedAt = Now };
        var signIn = new SignIn { PersonId = person.Id, Device = "Test", CreatedAt = Now, SeenAt = Now };
        await Database.Write(db =>
        {
            db.Add(person);
            db.Add(signIn);
            db.Add(new HostGrant { PersonId = person.Id, SeriesId = series, Role = series is null ? Role.Admin : Role.Host, CreatedAt = Now });
            return Task.CompletedTask;
        });
        _visitor.SetAuthorized("A host");
        _visitor.SetClaims(
            new Claim(ClaimTypes.NameIdentifier, person.Id.ToString()),
            new Claim(SignInCookie.SignInClaim, signIn.Id.ToString()));
    }

    public async Task<Samples> Plan(Func<Samples, Samples> with) => await with(new(Database)).Save();

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _test.DisposeAsync();
    }
}
