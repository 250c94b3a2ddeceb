using Microsoft.Extensions.Localization;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;

namespace Sessions.People;

internal sealed class SignInEmails(SiteOptions site, IStringLocalizer<SignInEmails> words) : IMailComposer
{
    public const string Kind = "account.sign-in";

    public IReadOnlySet<string> Kinds { get; } = new HashSet<string> { Kind };

    public Task<ComposedMail?> Compose(SessionsDb db, OutboxMessage row, Instant now)
    {
        var subject = (string)words["Sign in to {0}", site.Name];
        var body = new MailBody(subject,
        [
            new MailBlock.Heading(subject),
            new MailBlock.Button(words["Sign in"], MailLink.Secret(site.Link($"/account/enter/{row.Secret}"))),
            new MailBlock.Quiet((string)words["The link works once, for ten minutes. If you did not ask for it, do nothing: nobody gets in without it."]),
        ]);
        return Task.FromResult<ComposedMail?>(new(subject, body));
    }
}
