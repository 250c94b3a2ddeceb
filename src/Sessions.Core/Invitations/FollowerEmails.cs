using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Scheduling;

namespace Sessions.Invitations;

/// <summary>To those who follow a series: that they do, and new dates as they are announced. No place, no entry.</summary>
internal sealed class FollowerEmails(SessionMail mail, SiteOptions site, IStringLocalizer<FollowerEmails> words) : IMailComposer
{
    public IReadOnlySet<string> Kinds { get; } = new HashSet<string> { RegistrationMail.Following, RegistrationMail.Announced };

    public async Task<ComposedMail?> Compose(SessionsDb db, OutboxMessage row, Instant now)
    {
        var follower = await db.Followers.Include(f => f.Person).Include(f => f.Series)
            .FirstOrDefaultAsync(f => f.SeriesId == row.SeriesId && f.PersonId == row.PersonId && f.StoppedAt == null);
        if (follower is not { Person: { BlockedAt: null, Address: not null } person, Series: { } series }) return null;
        return row.Kind == RegistrationMail.Following ? Following(series, person) : person.NewsStoppedAt is null ? await Announced(db, row.SubjectId, series, person, now) : null;
    }

    private ComposedMail Following(Series series, Person person)
    {
        var heading = (string)words["You follow {0}", series.Name];
        return Mail(series, person, heading,
        [
            new MailBlock.Paragraph((string)words["One mail comes whenever new dates are announced, and nothing else. You have no place yet: each date is signed up for on its page, or all of them at once on the page of the series."]),
            new MailBlock.Button(words["The series' page"], MailLink.Open(site.Link($"/series/{series.Slug}"))),
        ]);
    }

    private async Task<ComposedMail?> Announced(SessionsDb db, Guid notice, Series series, Person person, Instant now)
    {
        var sessions = (await db.Sessions.Include(s => s.Series).Where(s => s.SeriesId == series.Id && s.AnnouncedIn == notice && s.PublishedAt != null && s.CancelledAt == null).OrderBy(s => s.SortDate).ToListAsync())
            .Where(s => !(s.When.OverAt <= now)).ToList();
        if (sessions.Count == 0) return null;
        var heading = (string)(sessions.Count == 1 ? words["New date: {0}", SessionTitle.Of(sessions[0], words)] : words["{0} new dates: {1}", sessions.Count, series.Name]);
        return Mail(series, person, heading,
        [
            new MailBlock.Items([.. sessions.Select(s => MailText.Format($"{WhenText.Short(s.When)}: {{0}}", MailText.LinkTo(SessionTitle.Of(s, words), MailLink.Open(site.Link(SessionTitle.Path(s))))))]),
            new MailBlock.Paragraph((string)words["Sign up on the page of a date, or for every session on the page of the series."]),
        ]);
    }

    private ComposedMail Mail(Series series, Person person, string heading, IEnumerable<MailBlock> blocks) => new(heading, new(heading,
    [
        new MailBlock.Kicker(series.Name), new MailBlock.Heading(heading), .. blocks,
        mail.Foot(person, (words["Enough? {0} on your page."], words["Stop following"])),
    ]))
    { FromName = series.Name, Unsubscribe = mail.Unsubscribe(person) };
}
