using Sessions.Mail;
using Sessions.Web.Settings;

namespace Sessions.Web.Health;

/// <summary>Whether the mailbox that answers come to can be read.</summary>
public sealed class MailboxCheck(MailSettings settings, TimeProvider time)
{
    public async Task<Finding> Look(CancellationToken stop)
    {
        if (settings.Inbound is not { } inbound) return Finding.Ok("no mailbox is read, so an answer from a calendar changes nothing: set Mail:Inbound");
        var address = inbound.Mailbox.Address;
        if (inbound.Imap is not { } imap) return Apart(address) ?? Finding.Ok($"mail to {address} is handed over by the mail server");
        using var mailbox = new ImapMailbox(imap, time);
        return await mailbox.FindFault(stop) is { } fault ? Finding.Wrong(Sentence(fault, imap)) : Apart(address) ?? Finding.Ok($"{imap.Host}:{imap.Port} opens {imap.Folder}");
    }

    public static string Sentence(ImapFault fault, ImapOptions imap) => fault.Step switch
    {
        ImapStep.Connect => $"the mailbox at {imap.Host}:{imap.Port} cannot be reached ({fault.Said}): check Mail:Inbound:Imap:Host and Port, and whether a firewall lets that port out",
        ImapStep.Encrypt => $"no trusted encryption to the mailbox at {imap.Host} ({fault.Said}): check that Mail:Inbound:Imap:Security fits the port (Tls for 993, StartTls for 143), and its certificate",
        ImapStep.SignIn when imap.OAuth is not null => $"the mailbox does not take our sign-in ({fault.Said}): check Mail:Inbound:Imap:User and Mail:Inbound:Imap:OAuth, and that this client may open that mailbox",
        ImapStep.SignIn => $"the mailbox does not take our sign-in ({fault.Said}): check Mail:Inbound:Imap:User and Password",
        ImapStep.Folder => $"the mailbox has no folder {imap.Folder}: check Mail:Inbound:Imap:Folder",
        ImapStep.Silent => $"the mailbox at {imap.Host}:{imap.Port} does not answer within {imap.Timeout.TotalSeconds:0} seconds: is it an IMAP server, and does Mail:Inbound:Imap:Security fit the port",
        _ => $"the mailbox at {imap.Host} cannot be read: {fault.Said}",
    };

    /// <summary>Programs tell people that an answer goes to another domain than the one that wrote.</summary>
    private Finding? Apart(EmailAddress address)
    {
        var from = EmailAddress.Parse(settings.From).Domain;
        return IsWithin(address.Domain, from) || IsWithin(from, address.Domain) ? null
            : Finding.Note($"answers go to {address.Domain} and mail comes from {from}: some mail programs warn of that; take an address of the same domain");
    }

    private static bool IsWithin(string domain, string other) => string.Equals(domain, other, StringComparison.OrdinalIgnoreCase) || domain.EndsWith($".{other}", StringComparison.OrdinalIgnoreCase);
}
