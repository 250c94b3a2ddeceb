using Microsoft.Extensions.DependencyInjection;
using Sessions.Data;

namespace Sessions.Community;

public static class CommunityRegistration
{
    public static IServiceCollection AddCommunity(this IServiceCollection services) => services.AddOwn<SiteTextService>();
}
