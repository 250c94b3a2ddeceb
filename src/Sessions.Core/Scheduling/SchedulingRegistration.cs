using Microsoft.Extensions.DependencyInjection;
using Sessions.Data;
using Sessions.Outbox;

namespace Sessions.Scheduling;

public static class SchedulingRegistration
{
    public static IServiceCollection AddScheduling(this IServiceCollection services) => services
        .AddOwn<SeriesService>()
        .AddOwn<SeriesQueries>()
        .AddOwn<TeamService>()
        .AddOwn<TeamQueries>()
        .AddSingleton<IMailComposer, TeamEmails>()
        .AddOwn<RunningOrderService>()
        .AddOwn<RunSheetService>()
        .AddOwn<PartnerService>()
        .AddOwn<PartnerQueries>();
}
