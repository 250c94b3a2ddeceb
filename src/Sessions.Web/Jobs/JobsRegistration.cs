namespace Sessions.Web.Jobs;

public static class JobsRegistration
{
    /// <summary>Requests in flight and mails on their way end beside each other, so that a stop never takes longer than this.</summary>
    private static readonly TimeSpan ToFinish = TimeSpan.FromSeconds(30);

    public static void AddJobs(this WebApplicationBuilder builder) => builder.Services
        .Configure<HostOptions>(host => (host.ServicesStopConcurrently, host.ShutdownTimeout) = (true, ToFinish))
        .AddSingleton(JobList.Of).AddHostedService<JobRunner>();
}
