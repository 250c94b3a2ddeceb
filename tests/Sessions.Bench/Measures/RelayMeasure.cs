using System.Diagnostics;
using System.Text;
using Sessions.Bench.Report;
using Sessions.Bench.Servers;
using Sessions.Mail;

namespace Sessions.Bench.Measures;

/// <summary>Messages a second into a real Postfix, against a bare socket that sends the same octets over as many connections.</summary>
internal static class RelayMeasure
{
    private const double Share = 0.5;
    private const int Messages = 800, Connections = 4;

    /// <param name="files">Messages as they left.</param>
    public static async Task Run(Workbench bench, ReportTable table, IReadOnlyList<string> files)
    {
        const string what = "Invitations into Postfix, 4 connections";
        await using var postfix = await Postfix.Start();
        if (postfix is null)
        {
            table.Add(Row.Missing(what, "there is no Postfix here, or no right to start it", $"≥ {Share}x"));
            return;
        }

        var from = EmailAddress.Parse("sessions@example.org");
        var mails = files.Take(Messages).Select((file, n) => new OutgoingMail(from, EmailAddress.Parse($"guest{n}@example.org"), MessageId.FromKey($"{n}", "example.org"), DateTimeOffset.UnixEpoch, File.ReadAllBytes(file))).ToList();
        await using var transport = new SmtpTransport(new("127.0.0.1", postfix.Port, SmtpSecurity.None) { MaxConnections = Connections }, TimeProvider.System);
        var (ours, bare) = (new List<double>(), new List<double>());
        await Ours(transport, mails);
        for (var round = 0; round < bench.Options.Rounds; round++)
        {
            bare.Add(await Bare(postfix.Port, mails));
            ours.Add(await Ours(transport, mails));
        }

        var size = mails.Average(mail => mail.Bytes.Length) / 1024;
        table.Add(Row.AtLeast($"{what}, {size:N0} KiB each", $"{Median.Of(ours):N0}/s", $"bare socket, {Median.Of(bare):N0}/s", Median.Ratio(ours, bare), Share));
    }

    private static async Task<double> Ours(SmtpTransport transport, List<OutgoingMail> mails)
    {
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(mails, new ParallelOptions { MaxDegreeOfParallelism = Connections }, async (mail, stop) =>
        {
            if (await transport.SendAsync(mail, stop) is not SendOutcome.Delivered) throw new InvalidOperationException("Postfix did not take a message");
        });
        return mails.Count / watch.Elapsed.TotalSeconds;
    }

    private static async Task<double> Bare(int port, List<OutgoingMail> mails)
    {
        // The same octets: lines that begin with a dot get another one, and the end has one alone.
        var ready = mails.ConvertAll(mail => (Encoding.ASCII.GetBytes($"MAIL FROM:<{mail.Sender}>\r\nRCPT TO:<{mail.Recipient}>\r\nDATA\r\n"),
            Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(mail.Bytes.Span).Replace("\r\n.", "\r\n..", StringComparison.Ordinal) + ".\r\n")));
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(ready.Chunk((ready.Count + Connections - 1) / Connections).Select(async part =>
        {
            using var mail = await BareMail.Open(port);
            foreach (var (envelope, octets) in part) await mail.Send(envelope, octets);
        }));
        return mails.Count / watch.Elapsed.TotalSeconds;
    }
}
