using System.Globalization;
using Microsoft.Extensions.Localization;
using Sessions.Mail;

namespace Sessions.Web.Host.MailRoom;

/// <summary>What a fault of the mail server means, and what to do about it.</summary>
internal static class MailAdvice
{
    /// <param name="said">As kept with the mail: reply code first, then the server's words.</param>
    /// <returns>Null where its own words say all that is known.</returns>
    public static string? Of(string? said, IStringLocalizer<Words> l)
    {
        if (said is null) return null;
        var words = said.Split(' ', 3);
        return int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code is >= 400 and < 600
            ? OfReply(code, words.Length > 1 ? words[1] : "", l)
            : OfConnection(said, l);
    }

    public static string Of(MailTrial trial, IStringLocalizer<Words> l) => trial switch
    {
        { Outcome: SendOutcome.Delivered } => l["The mail server took the message. If it does not arrive, look in the spam folder, and see whether the SPF and DKIM records of the sender's domain name this server."],
        { Step: SmtpStep.FindServer } => l["The mail server's name has no address: check the spelling of Mail:Smtp:Host, and that this machine can ask a name server."],
        { Step: SmtpStep.Connect } => l["The mail server could not be reached: check Mail:Smtp:Host and Mail:Smtp:Port, and that no firewall stands between."],
        { Step: SmtpStep.Greet } => l["The mail server does not take our greeting: it may know machines by name or address only. Ask its admin to let this one in."],
        { Step: SmtpStep.Encrypt } => l["No trusted encryption: check that Mail:Smtp:Security fits the port (StartTls for 587, Tls for 465) and that the server's certificate is valid for Mail:Smtp:Host."],
        { Step: SmtpStep.SignIn } => l["The mail server does not take our sign-in: check Mail:Smtp:User and Mail:Smtp:Password (or Mail:Smtp:OAuth)."],
        { Step: SmtpStep.NameSender } => l["The mail server does not send for our address: check Mail:From, and that this user may send as it."],
        { Step: SmtpStep.NameRecipient } => l["The mail server does not take the recipient: check the address, and that the server may pass mail on to other domains for us."],
        _ => l["The mail server did not take the message itself: its words say why. Often it takes it for spam; SPF and DKIM records of the sender's domain help."],
    };

    public static string Name(SmtpStep step, IStringLocalizer<Words> l) => step switch
    {
        SmtpStep.FindServer => l["Finding the server"],
        SmtpStep.Connect => l["Connecting"],
        SmtpStep.Greet => l["Greeting (EHLO)"],
        SmtpStep.Encrypt => l["Encrypting (TLS)"],
        SmtpStep.SignIn => l["Signing in (AUTH)"],
        SmtpStep.NameSender => l["Naming the sender (MAIL FROM)"],
        SmtpStep.NameRecipient => l["Naming the recipient (RCPT TO)"],
        _ => l["Handing over the message (DATA)"],
    };

    /// <summary>The server's own words of a trial.</summary>
    public static string Said(MailTrial trial) => trial.Outcome switch
    {
        SendOutcome.Delivered delivered => delivered.Reply,
        SendOutcome.Refused refused => $"{refused.Code} {refused.Text}",
        SendOutcome.Deferred { Code: 0 } deferred => deferred.Text,
        SendOutcome.Deferred deferred => $"{deferred.Code} {deferred.Text}",
        _ => "",
    };

    private static string? OfReply(int code, string status, IStringLocalizer<Words> l) => (code, status) switch
    {
        (530 or 534 or 535 or 538, _) => l["The mail server does not take our sign-in: check Mail:Smtp:User and Mail:Smtp:Password (or Mail:Smtp:OAuth)."],
        (_, "5.1.1" or "5.1.6" or "5.1.10") => l["There is no such mailbox: ask the person for another address."],
        (_, "5.1.2" or "5.4.4") => l["There is no such domain: the address was probably mistyped."],
        (_, "5.2.2" or "4.2.2") or (552, "") => l["The mailbox is full: tell the person another way."],
        (_, "5.1.7" or "5.1.8") => l["The mail server does not send for our address: check Mail:From."],
        (_, "5.7.26" or "5.7.23" or "5.7.20") => l["The sender's domain is not vouched for: its SPF and DKIM records have to name this mail server."],
        (_, "5.3.4") => l["The message is too large for the mail server."],
        (_, "5.7.1" or "5.7.0") or (554, _) => l["The mail server refused it by its own rules, often as spam or because it does not pass mail on for us: ask its admin."],
        (550 or 551 or 553, _) => l["The recipient was refused: check the address."],
        (421 or 450 or 451 or 452, _) => l["The mail server asks for patience: it is tried again by itself."],
        _ => (string?)null,
    };

    private static string? OfConnection(string said, IStringLocalizer<Words> l) => said switch
    {
        _ when said.StartsWith("No trusted TLS", StringComparison.Ordinal) || said.Contains("STARTTLS", StringComparison.Ordinal)
            => l["No trusted encryption: check that Mail:Smtp:Security fits the port (StartTls for 587, Tls for 465) and that the server's certificate is valid for Mail:Smtp:Host."],
        _ when said.StartsWith("No connection", StringComparison.Ordinal) || said.Contains("did not answer within", StringComparison.Ordinal)
            => l["The mail server could not be reached: check Mail:Smtp:Host and Mail:Smtp:Port, and that no firewall stands between."],
        _ => (string?)null,
    };
}
