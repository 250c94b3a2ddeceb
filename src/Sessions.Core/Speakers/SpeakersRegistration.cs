using Microsoft.Extensions.DependencyInjection;
using Sessions.Data;
using Sessions.Outbox;

namespace Sessions.Speakers;

public static class SpeakersRegistration
{
    public static IServiceCollection AddSpeakers(this IServiceCollection services) => services
        .AddOwn<SpeakerService>()
        .AddOwn<TalkService>()
        .AddOwn<PhotoService>()
        .AddOwn<PhotoQueries>()
        .AddOwn<SpeakerQueries>()
        .AddSingleton<IMailGate, ChaserGate>()
        .AddOwn<ChaserJob>();
}
