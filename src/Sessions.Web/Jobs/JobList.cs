using Sessions.Archive.Counts;
using Sessions.Archive.Links;
using Sessions.Archive.Media;
using Sessions.Archive.Reports;
using Sessions.Files;
using Sessions.Invitations;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Speakers;
using Sessions.Workflows;

namespace Sessions.Web.Jobs;

/// <summary>All that happens by itself.</summary>
public static class JobList
{
    public static IReadOnlyList<RepeatingJob> Of(IServiceProvider with)
    {
        var delivery = with.GetRequiredService<Delivery>();
        var turns = new MailTurns(with.GetRequiredService<OutboxSignal>());
        return
        [
            new("Sign-in mail", TimeSpan.FromSeconds(3), delivery.SendUrgent) { WakesForMail = true },
            new("Mail", TimeSpan.FromSeconds(5), stop => delivery.SendAll(turns.Wait, stop)) { WakesForMail = true },
            new("Notices to many", TimeSpan.FromSeconds(5), with.GetRequiredService<NoticeJob>().Run) { WakesForMail = true },
            new("Answers by mail", TimeSpan.FromSeconds(30), with.GetRequiredService<InboundJob>().Run),
            new("Reminders", TimeSpan.FromMinutes(1), with.GetRequiredService<RemindersJob>().Run),
            new("Asking for what is missing", TimeSpan.FromMinutes(15), with.GetRequiredService<ChaserJob>().Run),
            new("Sign-ins in use", TimeSpan.FromMinutes(1), with.GetRequiredService<SignInJob>().Run),
            new("Plays and downloads", TimeSpan.FromMinutes(1), with.GetRequiredService<FileUseJob>().Run),
            new("Tokens in use", TimeSpan.FromMinutes(1), with.GetRequiredService<TokenUseJob>().Run),
            new("Forgetting answered requests", TimeSpan.FromHours(1), with.GetRequiredService<ApiRequestJob>().Run),
            new("Forgetting spent links", TimeSpan.FromHours(1), with.GetRequiredService<SpentLinkJob>().Run),
            new("Forgetting old drafts", TimeSpan.FromHours(1), with.GetRequiredService<FormDraftJob>().Run),
            new("Forgetting abandoned uploads", TimeSpan.FromHours(1), with.GetRequiredService<UploadJob>().Run) { First = TimeSpan.FromMinutes(1) },
            new("Forgetting people", TimeSpan.FromHours(24), with.GetRequiredService<RetentionJob>().Run) { First = TimeSpan.FromMinutes(5) },
            new("Forgetting answers by mail", TimeSpan.FromHours(24), with.GetRequiredService<InboundLogJob>().Run) { First = TimeSpan.FromMinutes(6) },
            new("Looking at links", TimeSpan.FromHours(1), with.GetRequiredService<LinkCheckJob>().Run) { First = TimeSpan.FromMinutes(10) },
            new("Forgetting reports", TimeSpan.FromHours(24), with.GetRequiredService<ReportJob>().Run) { First = TimeSpan.FromMinutes(7) },
            new("Posters and audio versions", TimeSpan.FromSeconds(15), with.GetRequiredService<MediaJob>().Run) { First = TimeSpan.FromSeconds(15) },
            new("Forgetting sent mail", TimeSpan.FromHours(1), with.GetRequiredService<BodyRetentionJob>().Run),
        ];
    }
}
