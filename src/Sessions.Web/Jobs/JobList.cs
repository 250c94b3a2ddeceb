using Sessions.Outbox;
using Sessions.People;

namespace Sessions.Web.Jobs;

/// <summary>All that happens by itself.</summary>
public static class JobList
{
    public static IReadOnlyList<RepeatingJob> Of(IServiceProvider with)
    {
        var delivery = with.GetRequiredService<Delivery>();
        return
        [
            new("Sign-in mail", TimeSpan.FromSeconds(3), delivery.SendUrgent) { WakesForMail = true },
            new("Mail", TimeSpan.FromSeconds(5), delivery.SendAll) { WakesForMail = true },
            new("Notices to many", TimeSpan.FromSeconds(5), with.GetRequiredService<NoticeJob>().Run) { WakesForMail = true },
            new("Forgetting spent links", TimeSpan.FromHours(1), with.GetRequiredService<SpentLinkJob>().Run),
            new("Forgetting sent mail", TimeSpan.FromHours(1), with.GetRequiredService<BodyRetentionJob>().Run),
        ];
    }
}
