namespace Sessions.Web.Health;

public static class HealthRegistration
{
    public static IServiceCollection AddHealth(this IServiceCollection services) => services
        .AddSingleton<Readiness>()
        .AddSingleton<StoredFilesCheck>()
        .AddSingleton<ClockCheck>()
        .AddSingleton<FoldersCheck>()
        .AddSingleton<MailServerCheck>()
        .AddSingleton<DkimCheck>()
        .AddSingleton<DoctorChecks>();
}
