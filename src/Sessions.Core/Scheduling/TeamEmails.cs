using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.People;

namespace Sessions.Scheduling;

/// <summary>Tells somebody that they may now run a series, and where to sign in.</summary>
internal sealed class TeamEmails(SiteOptions site, IStringLocalizer<TeamEmails> words) : IMailComposer
{
    public IReadOnlySet<string> Kinds { get; } = new HashSet<string> { TeamService.InvitedKind };

    public async Task<ComposedMail?> Compose(SessionsDb db, OutboxMessage row, Instant now)
    {
        var grant = await db.HostGrants.FirstOrDefaultAsync(g => g.Id == row.SubjectId);
        if (grant?.SeriesId is not { } id || await db.Series.FirstOrDefaultAsync(s => s.Id == id) is not { } series) return null;
        var subject = grant.Role == Role.Host ? (string)words["You are a host of {0}", series.Name] : (string)words["You are a helper of {0}", series.Name];
        var may = grant.Role == Role.Host
            ? words["You may plan its sessions, ask speakers and see who comes."]
            : words["You may see its sessions and who comes, and post what was shown."];
        return new(subject, new(subject,
        [
            new MailBlock.Heading(subject),
            new MailBlock.Paragraph((string)may),
            new MailBlock.Button(words["Sign in"], MailLink.Open(site.Link("/account/sign-in"))),
            new MailBlock.Quiet((string)words["There is no password: type this address there and you get a link. If you did not expect this, do nothing."]),
        ]));
    }
}
