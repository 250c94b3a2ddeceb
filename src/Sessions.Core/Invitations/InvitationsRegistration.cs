using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Sessions.Data;
using Sessions.Outbox;

namespace Sessions.Invitations;

public static class InvitationsRegistration
{
    public static IServiceCollection AddInvitations(this IServiceCollection services) => services
        .AddMailroom()
        .AddSingleton<RsvpAddress>()
        .AddOwn<InboundLogJob>()
        .AddOwn<ReadBackService>()
        .AddSingleton<InvitationEvent>()
        .AddSingleton<RecurringWriter>()
        .AddSingleton<InvitationWriter>()
        .AddSingleton<SessionMail>()
        .AddSingleton<MailTestService>()
        .AddSingleton<IOwnWordsWriter, WordingWriter>()
        .AddOwn<WordingService>()
        .AddOwn<WordingQueries>()
        .AddSingleton<IMailComposer, RegistrationEmails>()
        .AddSingleton<IMailComposer, SessionChangeEmails>()
        .AddSingleton<IMailComposer, PersonalLinkEmails>()
        .AddSingleton<IMailComposer, OwnDataEmails>()
        .AddSingleton<IMailComposer, MovedOverEmails>()
        .AddSingleton<IMailComposer, SpeakerAskedEmails>()
        .AddSingleton<IMailComposer, SpeakerMissingEmails>()
        .AddSingleton<IMailComposer, SpeakerReleasedEmails>()
        .AddSingleton<IMailComposer, TalkMovedEmails>()
        .AddSingleton<IMailComposer, ReminderEmails>()
        .AddSingleton<IMailComposer, StandingEmails>()
        .AddSingleton<IMailComposer, FollowerEmails>()
        .AddSingleton<IMailComposer, LetterEmails>()
        .AddSingleton<IMailComposer, ArchiveNoticeEmails>()
        .AddSingleton<IMailComposer, ProposalEmails>()
        .AddSingleton<IMailComposer, GroupMessageEmails>();

    /// <summary>Closed, unless the settings open one.</summary>
    private static IServiceCollection AddMailroom(this IServiceCollection services)
    {
        services.TryAddSingleton(new Mailroom(null));
        return services;
    }
}
