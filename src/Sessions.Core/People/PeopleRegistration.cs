using Microsoft.Extensions.DependencyInjection;
using Sessions.Data;
using Sessions.Outbox;

namespace Sessions.People;

public static class PeopleRegistration
{
    public static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddOwn<SignInService>()
        .AddOwn<HostService>()
        .AddOwn<FormDraftService>()
        .AddOwn<FormDraftQueries>()
        .AddOwn<FormDraftJob>()
        .AddOwn<SpentLinkJob>()
        .AddOwn<SignInJob>()
        .AddOwn<ApiTokenService>()
        .AddOwn<ApiTokenQueries>()
        .AddOwn<CredentialService>()
        .AddOwn<CredentialQueries>()
        .AddOwn<RequestGate>()
        .AddOwn<ApiRequestJob>()
        .AddOwn<TokenUseJob>()
        .AddSingleton<TokenUses>()
        .AddSingleton<SignInsSeen>()
        .AddOwn<HostQueries>()
        .AddOwn<SignInQueries>()
        .AddSingleton<IMailGate, BlockedPersonGate>()
        .AddSingleton<IMailComposer, SignInEmails>();
}
