using Microsoft.Extensions.DependencyInjection;
using Sessions.Data;
using Sessions.Outbox;

namespace Sessions.Invitations;

public static class InvitationsRegistration
{
    public static IServiceCollection AddInvitations(this IServiceCollection services) => services
        .AddSingleton<RsvpAddress>()
        .AddOwn<InboundLogJob>()
        .AddSingleton<InvitationEvent>()
        .AddSingleton<InvitationWriter>()
        .AddSingleton<SessionMail>()
        .AddSingleton<MailTestService>()
        .AddSingleton<IMailComposer, RegistrationEmails>()
        .AddSingleton<IMailComposer, SessionChangeEmails>()
        .AddSingleton<IMailComposer, PersonalLinkEmails>()
        .AddSingleton<IMailComposer, OwnDataEmails>()
        .AddSingleton<IMailComposer, MovedOverEmails>()
        .AddSingleton<IMailComposer, SpeakerAskedEmails>()
        .AddSingleton<IMailComposer, SpeakerReleasedEmails>()
        .AddSingleton<IMailComposer, TalkMovedEmails>()
        .AddSingleton<IMailComposer, ReminderEmails>()
        .AddSingleton<IMailComposer, StandingEmails>()
        .AddSingleton<IMailComposer, FollowerEmails>()
        .AddSingleton<IMailComposer, GroupMessageEmails>();
}
