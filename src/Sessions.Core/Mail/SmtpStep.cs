namespace Sessions.Mail;

/// <summary>The steps of a message's way to the mail server, in their order.</summary>
public enum SmtpStep
{
    /// <summary>The host name has an address.</summary>
    FindServer,

    /// <summary>The port answers, and the server does not turn us away.</summary>
    Connect,

    /// <summary>EHLO.</summary>
    Greet,

    /// <summary>STARTTLS and the handshake.</summary>
    Encrypt,

    /// <summary>AUTH.</summary>
    SignIn,

    /// <summary>MAIL FROM.</summary>
    NameSender,

    /// <summary>RCPT TO.</summary>
    NameRecipient,

    /// <summary>DATA and the message itself.</summary>
    Deliver,
}
