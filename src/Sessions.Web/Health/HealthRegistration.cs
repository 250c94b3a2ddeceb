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
        .AddSingleton<MailboxCheck>()
        .AddSingleton<MediaToolsCheck>()
        .AddSingleton<TxtRecords>()
        .AddSingleton<SenderRecordsCheck>()
        .AddSingleton(new ProofPatience(TimeSpan.FromMinutes(1)))
        .AddSingleton<MailProof>()
        .AddSingleton<DoctorChecks>();
}
