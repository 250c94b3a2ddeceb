using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Registrations;

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
        return new(subject, new(subject,
        [
            new MailBlock.Heading(subject),
            new MailBlock.Paragraph((string)words["This page shows what you are signed up for, with your joining links."]),
            new MailBlock.Button(words["Your sessions"], MailLink.Secret(site.Link($"/my/{links.My(person)}"))),
            mail.Foot(person, null),
        ]))
        { Unsubscribe = mail.Unsubscribe(person) };
    }
}
