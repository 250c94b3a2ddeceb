using Sessions.Mail;

namespace Sessions.Web.Settings;

public enum MailTransportKind
{
    Pickup = 0,
    Smtp = 1,
}

/// <summary>Section "Mail".</summary>
/// <param name="PickupPath">Where mail is written as .eml files when the transport is Pickup.</param>
/// <param name="From">The address every mail comes from.</param>
public sealed record MailSettings(MailTransportKind Transport, string PickupPath, string From, SmtpSettings Smtp)
{
    /// <summary>From section "Mail:Dkim"; null where mail leaves unsigned.</summary>
    public DkimSigner? Dkim { get; init; }

    /// <summary>From section "Mail:Inbound"; null where nothing comes in.</summary>
    public InboundSettings? Inbound { get; init; }
}

/// <summary>Section "Mail:Smtp".</summary>
public sealed record SmtpSettings(string? Host, int Port, SmtpSecurity Security, string? User, string? Password)
{
    /// <summary>Instead of the password; null where there is none.</summary>
    public OAuthOptions? OAuth { get; init; }

    public SmtpOptions ToOptions() => new(Host ?? "", Port, Security, User, Password) { OAuth = OAuth };
}
