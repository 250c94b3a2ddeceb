using Microsoft.Extensions.DependencyInjection;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.Speakers.Proposals;

namespace Sessions.Speakers;

public static class SpeakersRegistration
{
    public static IServiceCollection AddSpeakers(this IServiceCollection services) => services
        .AddOwn<SpeakerService>()
        .AddOwn<TalkService>()
        .AddOwn<ProposalService>()
        .AddOwn<PortalService>()
        .AddOwn<ConsentService>()
        .AddOwn<ConsentQueries>()
        .AddOwn<PhotoService>()
        .AddOwn<PhotoQueries>()
        .AddOwn<SpeakerQueries>()
        .AddSingleton<IMailGate, ChaserGate>()
        .AddOwn<ChaserJob>();
}
