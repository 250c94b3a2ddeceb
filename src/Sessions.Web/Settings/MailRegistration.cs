using Sessions.Invitations;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Workflows;

namespace Sessions.Web.Settings;

public static class MailRegistration
{
    /// <summary>The outbox and its way out: the pickup folder unless a mail server is named.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services) => services
        .AddSingleton(with => new OutboxOptions(EmailAddress.Parse(with.GetRequiredService<MailSettings>().From), with.GetRequiredService<SiteOptions>().Name) { Signer = with.GetRequiredService<MailSettings>().Dkim })
        .AddSingleton(Transport)
        .AddSingleton(with => new InboundJob(with.GetRequiredService<TakeMail>(), with.GetRequiredService<MailSettings>().Inbound?.Imap is { } imap ? new ImapMailbox(imap, with.GetRequiredService<TimeProvider>()) : null))
        .AddSingleton(with => new Mailroom(with.GetRequiredService<MailSettings>().Inbound?.Mailbox))
        .AddOutbox();

    private static IMailTransport Transport(IServiceProvider with)
    {
        var mail = with.GetRequiredService<MailSettings>();
        if (mail.Transport == MailTransportKind.Pickup) return new PickupTransport(new(mail.PickupPath));
        return new SmtpTransport(mail.Smtp.ToOptions() with
        {
            MaxConnections = Delivery.MostAtOnce,
            ClientName = with.GetRequiredService<SiteOptions>().PublicUrl.Host,
        }, with.GetRequiredService<TimeProvider>());
    }
}
