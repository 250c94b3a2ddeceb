using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Sessions.Archive;
using Sessions.Archive.Reports;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.People;

namespace Sessions.Invitations;

/// <summary>To the hosts: what waits in the archive of a session. None of the words that were sent: anybody may write anything there.</summary>
internal sealed class ArchiveNoticeEmails(SiteOptions site, IStringLocalizer<ArchiveNoticeEmails> words) : IMailComposer
{
    /// <summary>A withdrawal is told of by the mail that it caused, also when that leaves late.</summary>
    private static readonly Duration Slack = Duration.FromMinutes(1);

    public IReadOnlySet<string> Kinds { get; } = new HashSet<string> { ArchiveNoticeWriter.Kind };

    public async Task<ComposedMail?> Compose(SessionsDb db, OutboxMessage row, Instant now)
    {
        // Who lost the series since reads nothing of it.
        if (!await db.HostsToTell(row.SeriesId).AnyAsync(p => p.Id == row.PersonId)) return null;
        var session = await db.Sessions.Include(s => s.Series).FirstOrDefaultAsync(s => s.Id == row.SubjectId);
        if (session is null) return null;
        var (reports, since) = (await db.Reports.Concerns().CountAsync(r => r.SessionId == session.Id), row.CreatedAt - Slack);
        var withdrawn = await db.Recordings.TakenDown().CountAsync(r => r.SessionId == session.Id && r.TakenDownBecause == TakedownReason.BySpeaker && r.TakenDownAt >= since)
            + await db.Resources.TakenDown().CountAsync(r => r.SessionId == session.Id && r.TakenDownBecause == TakedownReason.BySpeaker && r.TakenDownAt >= since);
        if (reports + withdrawn == 0) return null;
        var subject = (string)words[reports > 0 ? "Reported: {0}" : "Consent taken back: {0}", SessionTitle.Of(session, words)];
        return new(subject, new(subject,
        [
            .. Blocks(SessionTitle.Kicker(session, words), subject, reports, withdrawn),
            new MailBlock.Button(words["See to it in the console"], MailLink.Open(site.Link($"/host/sessions/{session.Id}/recording"))),
            new MailBlock.Quiet((string)words["At most one such mail a day for each session."]),
        ]))
        {
            FromName = session.Series!.Name,
        };
    }

    private IEnumerable<MailBlock> Blocks(string kicker, string heading, int reports, int withdrawn)
    {
        yield return new MailBlock.Kicker(kicker);
        yield return new MailBlock.Heading(heading);
        if (reports > 0)
            yield return new MailBlock.Paragraph((string)(reports == 1 ? words["A reader says that something on its page should be changed or taken down. What they wrote stands in the console; one step there takes it down."]
                : words["{0} reports of readers about its page wait for you. What they wrote stands in the console; one step there takes something down.", reports]));
        if (withdrawn > 0)
            yield return new MailBlock.Paragraph((string)(withdrawn == 1 ? words["A speaker took back the consent to publish: one file or link was taken down at once. Copies that you gave to others are yours to take down."]
                : words["A speaker took back the consent to publish: {0} files and links were taken down at once. Copies that you gave to others are yours to take down.", withdrawn]));
    }
}
