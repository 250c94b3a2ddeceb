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

/// <summary>All that happens by itself. Mail goes on at once after a start; what can wait leaves the first moments to whoever asks for a page.</summary>
public static class JobList
{
    public static IReadOnlyList<RepeatingJob> Of(IServiceProvider with)
    {
        var delivery = with.GetRequiredService<Delivery>();
        var owed = with.GetRequiredService<OutboxSignal>();
        var turns = new MailTurns(owed);
        return
        [
            new("Sign-in mail", TimeSpan.FromSeconds(3), delivery.SendUrgent) { Wakes = with.GetRequiredService<UrgentSignal>() },
            new("Mail", TimeSpan.FromSeconds(5), stop => delivery.SendAll(turns.Wait, stop)) { Wakes = owed },
            new("Notices to many", TimeSpan.FromSeconds(5), with.GetRequiredService<NoticeJob>().Run) { Wakes = with.GetRequiredService<NoticeSignal>() },
            new("Answers by mail", TimeSpan.FromSeconds(30), with.GetRequiredService<InboundJob>().Run),
            new("Reminders", TimeSpan.FromMinutes(1), with.GetRequiredService<RemindersJob>().Run) { First = TimeSpan.FromSeconds(10) },
            new("Asking for what is missing", TimeSpan.FromMinutes(15), with.GetRequiredService<ChaserJob>().Run) { First = TimeSpan.FromSeconds(30) },
            new("Sign-ins in use", TimeSpan.FromMinutes(1), with.GetRequiredService<SignInJob>().Run) { First = TimeSpan.FromMinutes(1) },
            new("Plays and downloads", TimeSpan.FromMinutes(1), with.GetRequiredService<FileUseJob>().Run) { First = TimeSpan.FromMinutes(1) },
            new("Tokens in use", TimeSpan.FromMinutes(1), with.GetRequiredService<TokenUseJob>().Run) { First = TimeSpan.FromMinutes(1) },
            new("Forgetting answered requests", TimeSpan.FromHours(1), with.GetRequiredService<ApiRequestJob>().Run) { First = TimeSpan.FromMinutes(2) },
            new("Forgetting spent links", TimeSpan.FromHours(1), with.GetRequiredService<SpentLinkJob>().Run) { First = TimeSpan.FromMinutes(3) },
            new("Forgetting old drafts", TimeSpan.FromHours(1), with.GetRequiredService<FormDraftJob>().Run) { First = TimeSpan.FromMinutes(4) },
            new("Forgetting messages sent as a test", TimeSpan.FromHours(24), with.GetRequiredService<TestMessageJob>().Run) { First = TimeSpan.FromMinutes(8) },
            new("Forgetting abandoned uploads", TimeSpan.FromHours(1), with.GetRequiredService<UploadJob>().Run) { First = TimeSpan.FromMinutes(1) },
            new("Forgetting people", TimeSpan.FromHours(24), with.GetRequiredService<RetentionJob>().Run) { First = TimeSpan.FromMinutes(5) },
            new("Forgetting answers by mail", TimeSpan.FromHours(24), with.GetRequiredService<InboundLogJob>().Run) { First = TimeSpan.FromMinutes(6) },
            new("Looking at links", TimeSpan.FromHours(1), with.GetRequiredService<LinkCheckJob>().Run) { First = TimeSpan.FromMinutes(10) },
            new("Forgetting reports", TimeSpan.FromHours(24), with.GetRequiredService<ReportJob>().Run) { First = TimeSpan.FromMinutes(7) },
            new("Posters and audio versions", TimeSpan.FromSeconds(15), with.GetRequiredService<MediaJob>().Run) { First = TimeSpan.FromSeconds(15) },
            new("Forgetting sent mail", TimeSpan.FromHours(1), with.GetRequiredService<BodyRetentionJob>().Run) { First = TimeSpan.FromMinutes(2) },
        ];
    }
}
