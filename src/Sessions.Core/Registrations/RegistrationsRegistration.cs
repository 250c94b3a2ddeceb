using Microsoft.Extensions.DependencyInjection;
using Sessions.Data;
using Sessions.Outbox;

namespace Sessions.Registrations;

public static class RegistrationsRegistration
{
    public static IServiceCollection AddRegistrations(this IServiceCollection services) => services
        .AddOwn<RegistrationService>()
        .AddOwn<StandingService>()
        .AddOwn<OfferService>()
        .AddOwn<AttendanceService>()
        .AddOwn<TestMessageJob>()
        .AddOwn<QuestionService>()
        .AddOwn<QuestionQueries>()
        .AddOwn<AnswerService>()
        .AddOwn<AttendanceImportService>()
        .AddOwn<AttendanceQueries>()
        .AddOwn<PersonalService>()
        .AddOwn<MyQueries>()
        .AddSingleton<INoticeSpreader, SessionChangeSpreader>()
        .AddSingleton<INoticeSpreader, SpeakerPlacesSpreader>()
        .AddSingleton<INoticeSpreader, PlacesSpreader>()
        .AddSingleton<INoticeSpreader, TalkMoveSpreader>()
        .AddSingleton<INoticeSpreader, OfferSpreader>()
        .AddSingleton<INoticeSpreader, EnrolmentSpreader>()
        .AddSingleton<INoticeSpreader, AnnouncementSpreader>()
        .AddSingleton<INoticeSpreader>(_ => new RemindersSpreader(RemindersJob.ReminderNotice, RegistrationMail.Reminder))
        .AddSingleton<INoticeSpreader>(_ => new RemindersSpreader(RemindersJob.FollowUpNotice, RegistrationMail.FollowUp))
        .AddSingleton<INoticeSpreader, GroupMessageSpreader>()
        .AddSingleton<IMailGate, GroupMessageGate>()
        .AddSingleton<IMailGate, SessionOverGate>()
        .AddOwn<GroupMessageService>()
        .AddOwn<RemindersJob>();
}
