using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Tests.Support;
using Sessions.Views;
using Sessions.Workflows;

namespace Sessions.Tests.Outbox;

/// <summary>The real outbox over a real database, with a clock to turn and a way out of the test's choice.</summary>
internal sealed class OutboxRig : IAsyncDisposable
{
    public const string Kind = "sample";
    public const string Secret = "kestrel-secret-7f3a";

    private readonly TestDatabase _test;
    private readonly ServiceProvider _services;

    private OutboxRig(TestDatabase test, IMailTransport transport, Action<IServiceCollection>? more)
    {
        _test = test;
        var services = new ServiceCollection()
            .AddLogging(log => log.AddProvider(Log).SetMinimumLevel(LogLevel.Trace))
            .AddLocalization()
            .AddSingleton(test.Database)
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton(transport)
            .AddSingleton(new SiteOptions(new Uri("https://sessions.example.org"), "Sessions"))
            .AddSingleton(new OutboxOptions(EmailAddress.Parse("rsvp@sessions.example.org"), "Sessions"))
            .AddSingleton<IMailComposer>(Composer)
            .AddOutbox().AddPeople().AddWorkflows().AddViews();
        more?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public FakeTime Time { get; } = new(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));

    public LogLines Log { get; } = new();

    public SampleComposer Composer { get; } = new();

    public Database Database => _test.Database;

    public Instant Now => Time.Now();

    public static async Task<OutboxRig> Create(DatabaseProvider provider, IMailTransport transport, Action<IServiceCollection>? more = null) =>
        new(await TestDatabase.Create(provider), transport, more);

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public QueryCount CountQueries() => new(_test);

    /// <summary>A process of its own, as far as the database can tell.</summary>
    public Delivery Worker() => ActivatorUtilities.GetServiceOrCreateInstance<WorkerSource>(_services).New();

    /// <summary>One round of a worker, to its last answer.</summary>
    public async Task Deliver()
    {
        using var worker = Worker();
        await worker.SendAll(default);
        await worker.Settle(Duration.FromMinutes(1));
    }

    public Task<bool> Owe(string key, Func<OwedMail, OwedMail>? with = null) => Database.Write(async db =>
    {
        var person = await PersonRows.ByAddress(db, EmailAddress.Parse($"{key}@example.org"), null, Now);
        var mail = new OwedMail(key, Kind, Guid.CreateVersion7(), person.Id, person.Address!, Now + Duration.FromHours(8)) { SeriesId = Guid.CreateVersion7() };
        return await db.Owe(with?.Invoke(mail) ?? mail, Now);
    });

    public Task Change(string key, Action<OutboxMessage> change) =>
        Database.Write(async db => change(await db.Outbox.SingleAsync(m => m.Key == key)));

    public async Task<OutboxMessage> Row(string key)
    {
        await using var db = Database.Read();
        return await db.Outbox.Include(m => m.Body).SingleAsync(m => m.Key == key);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _test.DisposeAsync();
    }

    /// <summary>One lane with limits of the test's choice.</summary>
    public LaneDelivery Lane(LaneLimits limits) => ActivatorUtilities.GetServiceOrCreateInstance<WorkerSource>(_services).NewLane(limits);

    private sealed class WorkerSource(OutboxClaims claims, OutcomeWriter outcomes, IMailTransport transport, TimeProvider time,
        Microsoft.Extensions.Localization.IStringLocalizer<LaneDelivery> words, ILogger<LaneDelivery> log)
    {
        public Delivery New() => new(claims, outcomes, transport, time, words, log);

        public LaneDelivery NewLane(LaneLimits limits) => new(claims, outcomes, transport, time, words, log, limits);
    }
}
