using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Registrations;

namespace Sessions.Invitations;

/// <summary>The proof that an address is somebody's own, before anything of theirs is handed out or erased.</summary>
internal sealed class OwnDataEmails(SiteOptions site, IStringLocalizer<OwnDataEmails> words) : IMailComposer
{
    public IReadOnlySet<string> Kinds { get; } = new HashSet<string> { RegistrationMail.OwnData };

    public async Task<ComposedMail?> Compose(SessionsDb db, OutboxMessage row, Instant now)
    {
        if (!await db.People.AnyAsync(p => p.Id == row.PersonId && p.Address != null)) return null;
        var subject = (string)words["Your data at {0}", site.Name];
        return new(subject, new(subject,
        [
            new MailBlock.Heading(subject),
            new MailBlock.Paragraph((string)words["This page hands you all that is kept of you, and erases it if you say so there."]),
            new MailBlock.Button(words["See your data"], MailLink.Secret(site.Link($"/my-data/{row.Secret}"))),
            new MailBlock.Quiet((string)words["The link works for ten minutes. If you did not ask for it, do nothing: nothing happens without it."]),
        ]));
    }
}
