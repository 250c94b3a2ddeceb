using Microsoft.Extensions.DependencyInjection;
using Sessions.Data;

namespace Sessions.Outbox;

public static class OutboxRegistration
{
    /// <summary>Needs an <see cref="OutboxOptions"/> and an <see cref="Mail.IMailTransport"/> beside it.</summary>
    public static IServiceCollection AddOutbox(this IServiceCollection services) => services
        .AddSingleton(with => with.GetRequiredService<Database>().Owed)
        .AddSingleton(with => with.GetRequiredService<Database>().OwedUrgently)
        .AddSingleton(with => with.GetRequiredService<Database>().Noticed)
        .AddSingleton<OutboxComposer>()
        .AddSingleton<OutboxClaims>()
        .AddSingleton<OutcomeWriter>()
        .AddOwn<Delivery>()
        .AddOwn<OverdueQueries>()
        .AddOwn<NoticeJob>()
        .AddOwn<BodyRetentionJob>();
}
