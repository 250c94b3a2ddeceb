using Microsoft.Extensions.Logging;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.Tests.Outbox;
using Sessions.Tests.Support;
using Sessions.Web.Jobs;

namespace Sessions.Tests.Web.Jobs;

public sealed class JobRunnerTests
{
    [Fact]
    public async Task A_job_that_fails_is_logged_and_run_again_and_the_others_go_on()
    {
        await using var rig = await OutboxRig.Create(DatabaseProvider.Sqlite, new RecordingTransport());
        var (failed, went) = (0, 0);
        using var runner = Runner(rig,
            new("Broken", TimeSpan.FromSeconds(5), _ => ++failed > 0 ? throw new InvalidOperationException("no") : Task.CompletedTask),
            new("Fine", TimeSpan.FromSeconds(5), _ => Task.FromResult(++went)));

        await runner.StartAsync(default);
        await Eventually.Holds(() => Task.FromResult(failed == 1 && went == 1));
        await Eventually.Holds(() =>
        {
            rig.Time.Advance(TimeSpan.FromSeconds(5));
            return Task.FromResult(failed > 2 && went > 2);
        });
        await runner.StopAsync(default);

        Assert.Contains(rig.Log.All, line => line.StartsWith("Error: The job \"Broken\" failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_job_that_nobody_waits_for_keeps_away_from_the_start()
    {
        await using var rig = await OutboxRig.Create(DatabaseProvider.Sqlite, new RecordingTransport());
        var (soon, later, minutes) = (0, 0, 0);
        using var runner = Runner(rig,
            new("Soon", TimeSpan.FromHours(1), _ => Task.FromResult(++soon)),
            new("Later", TimeSpan.FromHours(1), _ => Task.FromResult(++later)) { First = TimeSpan.FromMinutes(5) });

        await runner.StartAsync(default);
        await Eventually.Holds(() => Task.FromResult(soon == 1));
        Assert.Equal(0, later);
        await Eventually.Holds(() =>
        {
            if (later == 0) minutes++;
            rig.Time.Advance(TimeSpan.FromMinutes(1));
            return Task.FromResult(later == 1);
        });
        await runner.StopAsync(default);

        Assert.InRange(minutes, 5, 59);
    }

    [Fact]
    public async Task A_mail_leaves_at_once_without_waiting_for_the_next_look()
    {
        var transport = new RecordingTransport();
        await using var rig = await OutboxRig.Create(DatabaseProvider.Sqlite, transport);
        var looks = 0;
        using var runner = Runner(rig, new RepeatingJob("Mail", TimeSpan.FromHours(1), async stop =>
        {
            await rig.Get<Delivery>().SendAll(stop);
            looks++;
        })
        { Wakes = rig.Database.Owed });
        await runner.StartAsync(default);
        await Eventually.Holds(() => Task.FromResult(looks == 1));

        await rig.Owe("one");

        await Eventually.Holds(async () => (await rig.Row("one")).State == OutboxState.Sent);
        await runner.StopAsync(default);
        Assert.Single(transport.Taken);
    }

    [Theory, EachDatabase]
    public async Task An_ordinary_mail_wakes_neither_the_sign_in_mail_nor_the_notices(DatabaseProvider provider)
    {
        await using var rig = await OutboxRig.Create(provider, new RecordingTransport());
        var (owed, urgent, noticed) = (rig.Database.Owed.Next, rig.Database.OwedUrgently.Next, rig.Database.Noticed.Next);

        await rig.Owe("one");
        Assert.Equal((true, false, false), (owed.IsCompleted, urgent.IsCompleted, noticed.IsCompleted));

        await rig.Owe("two", mail => mail with { IsUrgent = true });
        Assert.Equal((true, false), (urgent.IsCompleted, noticed.IsCompleted));

        await rig.Database.Write(db => Task.FromResult(db.Add(new Notice { Kind = "something", SubjectId = Guid.CreateVersion7(), DueAt = rig.Now })));
        Assert.True(noticed.IsCompleted);
    }

    [Fact]
    public async Task Stopping_waits_for_the_message_that_is_travelling()
    {
        var arrival = new TaskCompletionSource<SendOutcome>();
        var transport = new RecordingTransport((_, _) => arrival.Task);
        await using var rig = await OutboxRig.Create(DatabaseProvider.Sqlite, transport);
        await rig.Owe("one");
        using var runner = Runner(rig, new RepeatingJob("Mail", TimeSpan.FromHours(1), rig.Get<Delivery>().SendAll));
        await runner.StartAsync(default);
        await Eventually.Holds(() => Task.FromResult(transport.Taken.Count == 1));

        var stopping = runner.StopAsync(default);
        Assert.False(stopping.IsCompleted);
        arrival.SetResult(new SendOutcome.Delivered("250 ok"));
        await stopping.WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(OutboxState.Sent, (await rig.Row("one")).State);
    }

    private static JobRunner Runner(OutboxRig rig, params RepeatingJob[] jobs) =>
        new(jobs, rig.Get<Delivery>(), rig.Time, rig.Get<ILoggerFactory>().CreateLogger<JobRunner>());
}
