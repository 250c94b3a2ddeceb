namespace Sessions.Web.Settings;

public static class LoggingRegistration
{
    /// <summary>One JSON object a line in production, readable lines in development; paths with tokens never reach a log.</summary>
    public static void AddPlainLogging(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        if (builder.Environment.IsDevelopment()) builder.Logging.AddSimpleConsole(o => (o.SingleLine, o.TimestampFormat) = (true, "HH:mm:ss "));
        else builder.Logging.AddJsonConsole(o => (o.UseUtcTimestamp, o.TimestampFormat) = (true, "yyyy-MM-ddTHH:mm:ss.fffZ"));
        // What stops a start is said once, in a sentence, by Launch; the host would log it before, with its stack.
        var start = new Start();
        builder.Services.AddSingleton<IHostedService>(start);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => level >= LogLevel.Information && start.IsOver);
    }

    private sealed class Start : IHostedLifecycleService
    {
        private volatile bool _isOver;

        public bool IsOver => _isOver;

        public Task StartedAsync(CancellationToken stop)
        {
            _isOver = true;
            return Task.CompletedTask;
        }

        public Task StartingAsync(CancellationToken stop) => Task.CompletedTask;

        public Task StartAsync(CancellationToken stop) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken stop) => Task.CompletedTask;

        public Task StopAsync(CancellationToken stop) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken stop) => Task.CompletedTask;
    }
}
