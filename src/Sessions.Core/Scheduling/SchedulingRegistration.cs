using Microsoft.Extensions.DependencyInjection;
using Sessions.Data;

namespace Sessions.Scheduling;

public static class SchedulingRegistration
{
    public static IServiceCollection AddScheduling(this IServiceCollection services) => services
        .AddOwn<SeriesService>()
        .AddOwn<SeriesQueries>()
        .AddOwn<RunningOrderService>()
        .AddOwn<PartnerService>()
        .AddOwn<PartnerQueries>();
}
