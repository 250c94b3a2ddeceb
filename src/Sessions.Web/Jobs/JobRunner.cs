using NodaTime;
using Sessions.Outbox;

namespace Sessions.Web.Jobs;

/// <summary>Runs every job of the list, each in a loop of its own: a fault is logged and the others go on.</summary>
public sealed class JobRunner(IReadOnlyList<RepeatingJob> jobs, Delivery delivery, TimeProvider time, ILogger<JobRunner> log) : BackgroundService
{
    /// <summary>Less than the host's own patience at shutdown.</summary>
    private static readonly Duration Grace = Duration.FromSeconds(20);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await delivery.Settle(Grace);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(jobs.Select(job => Task.Run(() => Repeat(job, stoppingToken), CancellationToken.None)));

    private async Task Repeat(RepeatingJob job, CancellationToken stop)
    {
        if (job.First > TimeSpan.Zero) await Pause(job.First, null, stop);
        while (!stop.IsCancellationRequested)
        {
            var nudge = job.Wakes?.Next;
            await RunOnce(job, stop);
            await Pause(job.Every, nudge, stop);
        }
    }

    private async Task RunOnce(RepeatingJob job, CancellationToken stop)
    {
        try
        {
            await job.Run(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Told to stop: what is left is done after the next start.
        }
        catch (Exception fault)
        {
            log.LogError(fault, "The job \"{Job}\" failed and runs again in {Every}", job.Name, job.Every);
        }
    }

    private async Task Pause(TimeSpan atMost, Task? nudge, CancellationToken stop)
    {
        using var awake = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var pause = Task.Delay(atMost, time, awake.Token);
        await Task.WhenAny(nudge is null ? [pause] : [pause, nudge]);
        await awake.CancelAsync();
    }
}
