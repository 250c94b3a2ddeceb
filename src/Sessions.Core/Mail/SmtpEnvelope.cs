namespace Sessions.Mail;

/// <summary>The commands that offer one message, and whether the server can take it at all.</summary>
internal static class SmtpEnvelope
{
    public const string Data = "DATA";

    public static string[] Commands(OutgoingMail mail, SmtpExtensions extensions)
    {
        var parameters = "";
        if (extensions.Offers("SIZE"))
            parameters += $" SIZE={mail.Bytes.Length}";
        if (mail.Has8Bit)
            parameters += " BODY=8BITMIME";
        if (mail.NeedsUtf8)
            parameters += " SMTPUTF8";
        return [$"MAIL FROM:<{mail.Sender}>{parameters}", $"RCPT TO:<{mail.Recipient}>", Data];
    }

    public static SendOutcome.Refused? FindObstacle(OutgoingMail mail, SmtpExtensions extensions)
    {
        if (extensions.MaxSize < mail.Bytes.Length)
            return new SendOutcome.Refused(552, $"The mail server takes messages up to {extensions.MaxSize} octets; this one has {mail.Bytes.Length}.", "5.3.4");
        if (mail.NeedsUtf8 && !extensions.Offers("SMTPUTF8"))
            return new SendOutcome.Refused(553, "The mail server takes no addresses with letters outside ASCII.", "5.6.7");
        if (mail.Has8Bit && !extensions.Offers("8BITMIME"))
            return new SendOutcome.Refused(554, "The mail server takes 7-bit messages only.", "5.6.3");
        return null;
    }
}
