using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Speakers;

namespace Sessions.Invitations;

/// <summary>The fresh link that somebody asked for who lost the mail.</summary>
internal sealed class PersonalLinkEmails(SiteOptions site, StandingLinks links, SessionMail mail, IStringLocalizer<PersonalLinkEmails> words) : IMailComposer
{
    public IReadOnlySet<string> Kinds { get; } = new HashSet<string> { RegistrationMail.FreshLink };

    public async Task<ComposedMail?> Compose(SessionsDb db, OutboxMessage row, Instant now)
    {
        var person = await db.People.FirstOrDefaultAsync(p => p.Id == row.PersonId && p.Address != null && p.BlockedAt == null);
        if (person is null) return null;
        var subject = (string)words["Your link at {0}", site.Name];
        var talks = (await db.Appearances.Include(a => a.Person).Where(a => a.PersonId == person.Id && a.State != AppearanceState.Declined)
            .Join(db.Sessions.Include(s => s.Series), a => a.SessionId, s => s.Id, (Appearance, Session) => new { Appearance, Session }).ToListAsync())
            .Where(t => t.Session is { IsCancelled: false, PublishedAt: not null } && !(t.Session.When.OverAt + SpeakerLinks.Life <= now)).ToList();
        return new(subject, new(subject,
        [
            new MailBlock.Heading(subject),
            new MailBlock.Paragraph((string)words["This page shows what you are signed up for, with your joining links."]),
            new MailBlock.Button(words["Your sessions"], MailLink.Secret(site.Link($"/my/{links.My(person)}"))),
            .. talks.Select(t => new MailBlock.Paragraph(MailText.Format("{0}: {1}", SessionTitle.Of(t.Session, words),
                MailText.LinkTo(words["your page as a speaker"], MailLink.Secret(site.Link(links.Path(t.Appearance, person))))))),
            mail.Foot(person, null),
        ]))
        { Unsubscribe = mail.Unsubscribe(person) };
    }
}
