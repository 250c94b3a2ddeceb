using Sessions.Invitations;
using Sessions.Mail;

namespace Sessions.Workflows;

/// <summary>Reads the mailbox that answers come to.</summary>
/// <param name="mailbox">Null where none is set up.</param>
public sealed class InboundJob(TakeMail take, ImapMailbox? mailbox)
{
    public Task Run(CancellationToken stop) => mailbox is null ? Task.CompletedTask : mailbox.Read(raw => take.Run(raw, InboundWay.Imap), stop);
}
