namespace Sessions.Mail;

/// <summary>A way out. Being refused or put off is an outcome; only cancellation throws.</summary>
public interface IMailTransport
{
    Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}
