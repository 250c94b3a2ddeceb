using Sessions.Mail;
using Sessions.Web.Settings;

namespace Sessions.Web.Health;

/// <summary>What the sender's domain publishes, so that other servers believe its mail: SPF (RFC 7208), DKIM (RFC 6376), DMARC (RFC 7489), as far as it can be read from here.</summary>
public sealed class SenderRecordsCheck(MailSettings settings, TxtRecords records)
{
    private const string NoAnswer = "no name server answers, so this could not be looked up";

    private string Domain => EmailAddress.Parse(settings.From).Domain;

    public async Task<Finding> Spf(CancellationToken stop) => JudgeSpf(Domain, await records.Of(Domain, stop));

    public async Task<Finding> Dkim(CancellationToken stop) => settings.Dkim is not { } signer
        ? Finding.Note("mail leaves unsigned: unless the mail server signs it, set Mail:Dkim")
        : JudgeDkim(signer, await records.Of(signer.RecordName, stop));

    public async Task<Finding> Dmarc(CancellationToken stop)
    {
        var own = await records.Of($"_dmarc.{Domain}", stop);
        // A subdomain has the policy of the domain above it.
        return own is [] && Domain.Split('.') is [_, .. var above] && above.Length > 1
            ? JudgeDmarc(string.Join('.', above), await records.Of($"_dmarc.{string.Join('.', above)}", stop))
            : JudgeDmarc(Domain, own);
    }

    public static Finding JudgeSpf(string domain, IReadOnlyList<string>? found) => Those(found, "v=spf1") switch
    {
        null => Finding.Note(NoAnswer),
        [] => Finding.Wrong($"{domain} publishes no SPF record, and many servers take its mail for spam: publish a TXT record like \"v=spf1 a:{{your mail server}} -all\""),
        [var one] when one.EndsWith("+all", StringComparison.OrdinalIgnoreCase) => Finding.Wrong($"{domain} lets everybody send in its name ({one}): end it with -all or ~all"),
        [var one] => Finding.Ok($"{one}; it has to name the mail server that sends"),
        _ => Finding.Wrong($"{domain} publishes several SPF records, and so none counts: make one of them"),
    };

    public static Finding JudgeDkim(DkimSigner signer, IReadOnlyList<string>? found)
    {
        if (found is null) return Finding.Note(NoAnswer);
        if (found.Count == 0) return Finding.Wrong($"{signer.RecordName} publishes no key, so that every signature is taken for a wrong one; published must be: {signer.Record}");
        var key = Key(signer.Record);
        return found.Any(text => Key(text) == key) ? Finding.Ok($"{signer.RecordName} publishes the key that mail is signed with")
            : Finding.Wrong($"{signer.RecordName} publishes another key than the one mail is signed with; published must be: {signer.Record}");
    }

    public static Finding JudgeDmarc(string domain, IReadOnlyList<string>? found) => Those(found, "v=DMARC1") switch
    {
        null => Finding.Note(NoAnswer),
        [] => Finding.Note($"{domain} publishes no DMARC record, and large providers want one of whoever writes to many: publish a TXT record _dmarc.{domain} with \"v=DMARC1; p=none\""),
        [var one] => Finding.Ok(one),
        _ => Finding.Wrong($"{domain} publishes several DMARC records, and so none counts: make one of them"),
    };

    private static List<string>? Those(IReadOnlyList<string>? found, string start) => found?.Where(text => text.StartsWith(start, StringComparison.OrdinalIgnoreCase)).ToList();

    /// <summary>The tag p= without the white space and the quotes that a zone file has.</summary>
    private static string? Key(string record)
    {
        var text = string.Concat(record.Where(c => !char.IsWhiteSpace(c) && c != '"'));
        var at = text.IndexOf(";p=", StringComparison.Ordinal);
        return at < 0 ? null : text[(at + 3)..].Split(';')[0];
    }
}
