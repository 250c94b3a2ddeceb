namespace Sessions.Mail;

/// <summary>A way out. Being refused or put off is an outcome; only cancellation throws.</summary>
public interface IMailTransport
{
    Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken);

    /// <summary>Sends one message and says what happened on the way.</summary>
    async Task<MailTrial> TryAsync(OutgoingMail mail, CancellationToken cancellationToken) =>
        new(await SendAsync(mail, cancellationToken), SmtpStep.Deliver, []);
}
