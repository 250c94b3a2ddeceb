using Microsoft.Extensions.DependencyInjection;
using Sessions.Data;
using Sessions.Views.OpenData;

namespace Sessions.Views;

public static class ViewsRegistration
{
    public static IServiceCollection AddViews(this IServiceCollection services) => services
        .AddOwn<HomeView>()
        .AddOwn<SpokenConsents>()
        .AddOwn<ProposalPages>()
        .AddOwn<ProposalInbox>()
        .AddOwn<HostsView>()
        .AddOwn<ReadinessView>()
        .AddOwn<SeriesView>()
        .AddOwn<SessionView>()
        .AddOwn<WatchView>()
        .AddOwn<PublicTexts>()
        .AddOwn<SpeakerView>()
        .AddOwn<ArchiveView>()
        .AddOwn<ArchiveSearch>()
        .AddOwn<SiteTextView>()
        .AddOwn<MailList>()
        .AddOwn<MailDetail>()
        .AddOwn<MailFlow>()
        .AddOwn<IncomingMail>()
        .AddOwn<UntoldChanges>()
        .AddOwn<MessageChoices>()
        .AddOwn<MessageList>()
        .AddOwn<MessageView>()
        .AddOwn<AttendeeList>()
        .AddOwn<SeriesPeople>()
        .AddOwn<OwnData>()
        .AddOwn<UndoView>()
        .AddOwn<FeedbackView>()
        .AddOwn<AnswersView>()
        .AddOwn<SessionSheet>()
        .AddOwn<AuditTrail>()
        .AddOwn<PersonHistory>()
        .AddOwn<PeopleView>()
        .AddOwn<PersonNotes>()
        .AddSingleton<SessionEvents>()
        .AddOwn<CalendarFeedQueries>()
        .AddOwn<TodayView>()
        .AddOwn<TokensView>()
        .AddOwn<HostSeriesView>()
        .AddOwn<HostedList>()
        .AddOwn<HostCalendar>()
        .AddOwn<HostSessionView>()
        .AddOwn<HostRunningOrder>()
        .AddOwn<RunSheetView>()
        .AddOwn<PlanView>()
        .AddOwn<ClashView>()
        .AddOwn<OpenRecords>()
        .AddOwn<OpenAddresses>();
}
