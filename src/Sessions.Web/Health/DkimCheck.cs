using Sessions.Mail;
using Sessions.Web.Settings;

namespace Sessions.Web.Health;

/// <summary>Whether mail is signed, and what the domain has to publish so that it is believed.</summary>
public sealed class DkimCheck(MailSettings settings)
{
    public Task<Finding> Look(CancellationToken stop) => Task.FromResult(Judge(settings.Dkim));

    public static Finding Judge(DkimSigner? signer) => signer switch
    {
        null => Finding.Ok("mail leaves unsigned: set Mail:Dkim unless the mail server signs it"),
        { KeySize: < 2048 } => Finding.Note($"the key has {signer.KeySize} bits, and not every mail server believes less than 2048: make a longer one, with a new selector; published must be: {signer.Record}"),
        { KeySize: > 4096 } => Finding.Note($"the key has {signer.KeySize} bits, and not every mail server reads more than 4096; published must be: {signer.Record}"),
        _ => Finding.Ok($"mail is signed with {signer.KeySize} bits; published must be: {signer.Record}"),
    };
}
