using Microsoft.Extensions.DependencyInjection;
using Sessions.Data;

namespace Sessions.Workflows;

public static class WorkflowsRegistration
{
    public static IServiceCollection AddWorkflows(this IServiceCollection services) => services
        .AddOwn<LoadSamples>()
        .AddOwn<PlanSessions>()
        .AddOwn<PublishSession>()
        .AddOwn<MoveSession>()
        .AddOwn<CancelSession>()
        .AddOwn<TellChange>()
        .AddOwn<DiscardDraft>()
        .AddOwn<MoveTalk>()
        .AddOwn<SendProposal>()
        .AddOwn<AnswerProposal>()
        .AddOwn<AcceptProposal>()
        .AddOwn<EditSession>()
        .AddOwn<ErasePerson>()
        .AddOwn<MergePeople>()
        .AddOwn<NotePerson>()
        .AddOwn<RetentionJob>()
        .AddOwn<UndoChange>()
        .AddOwn<ChangeSeries>()
        .AddOwn<SetSeriesState>()
        .AddOwn<DuplicateSeries>()
        .AddOwn<ImportSessions>()
        .AddOwn<TakeMail>()
        .AddOwn<RetryMail>()
        .AddOwn<PauseMail>()
        .AddOwn<SendMessage>()
        .AddOwn<PreviewMail>()
        .AddOwn<SetRunningOrder>();
}
