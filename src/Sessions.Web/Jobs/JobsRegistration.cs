namespace Sessions.Web.Jobs;

public static class JobsRegistration
{
    public static void AddJobs(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton(JobList.Of).AddHostedService<JobRunner>();
}
