using Microsoft.Extensions.DependencyInjection;
using Sessions.Data;

namespace Sessions.Speakers;

public static class SpeakersRegistration
{
    public static IServiceCollection AddSpeakers(this IServiceCollection services) => services
        .AddOwn<SpeakerService>()
        .AddOwn<TalkService>()
        .AddOwn<PhotoService>()
        .AddOwn<PhotoQueries>()
        .AddOwn<SpeakerQueries>();
}
