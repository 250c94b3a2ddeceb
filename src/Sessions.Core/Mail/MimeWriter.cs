using System.Globalization;
using System.Text;

namespace Sessions.Mail;

/// <summary>
/// Builds the octets of a message (RFC 5322, 2045 to 2047, 2231): 7-bit, CRLF, lines under 998 octets. The same message
/// gives the same octets.
/// </summary>
public static class MimeWriter
{
    // An encoded body holds no "=_" (RFC 2045 6.7), so a boundary that begins with it never occurs inside one.
    private const string BoundaryStart = "=_";

    /// <param name="signer">Null for a message without a signature.</param>
    public static byte[] Write(MailMessage message, DkimSigner? signer = null)
    {
        var boundary = BoundaryStart + MimeHash.Of(message.Id.Value, 24);
        var mime = new StringBuilder();
        WriteHeaders(mime, message);
        if (message.Calendar is { } calendar)
            WriteMixed(mime, message, calendar, boundary);
        else
            WriteAlternative(mime, message, boundary);
        var octets = Encoding.UTF8.GetBytes(mime.ToString());
        return signer is null ? octets : signer.Sign(octets, message.Date);
    }

    private static void WriteHeaders(StringBuilder mime, MailMessage message)
    {
        MimeHeader.Write(mime, "Date", message.Date.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + Offset(message.Date));
        MimeHeader.WriteMailbox(mime, "From", message.From);
        MimeHeader.WriteMailbox(mime, "To", message.To);
        if (message.ReplyTo is { } replyTo)
            MimeHeader.WriteMailbox(mime, "Reply-To", replyTo);
        MimeHeader.WriteText(mime, "Subject", message.Subject);
        MimeHeader.Write(mime, "Message-ID", message.Id.ToString());
        WriteThread(mime, message);
        MimeHeader.Write(mime, "Auto-Submitted", "auto-generated");
        MimeHeader.Write(mime, "X-Auto-Response-Suppress", "OOF, AutoReply");
        if (message.Unsubscribe is { } unsubscribe)
        {
            MimeHeader.Write(mime, "List-Unsubscribe", $"<{WebAddress(unsubscribe)}>");
            MimeHeader.Write(mime, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        MimeHeader.Write(mime, "MIME-Version", "1.0");
    }

    private static void WriteThread(StringBuilder mime, MailMessage message)
    {
        var references = message.References.Count > 0 || message.InReplyTo is null ? message.References : [message.InReplyTo];
        if (message.InReplyTo is { } parent)
            MimeHeader.Write(mime, "In-Reply-To", parent.ToString());
        if (references.Count > 0)
            MimeHeader.Write(mime, "References", string.Join(MimeHeader.Fold, references));
    }

    private static void WriteMixed(StringBuilder mime, MailMessage message, CalendarPart calendar, string boundary)
    {
        MimeHeader.Write(mime, "Content-Type", $"multipart/mixed;{MimeHeader.Fold}boundary=\"{boundary}-mixed\"");
        mime.Append("\r\n");
        Delimit(mime, boundary + "-mixed");
        WriteAlternative(mime, message, boundary);
        Delimit(mime, boundary + "-mixed");
        var name = calendar.FileName;
        MimeHeader.Write(mime, "Content-Type", "application/ics" + MimeHeader.Parameter("name", name));
        MimeHeader.Write(mime, "Content-Disposition", "attachment" + MimeHeader.Parameter("filename", name));
        WriteBase64(mime, calendar.Text);
        mime.Append($"--{boundary}-mixed--\r\n");
    }

    private static void WriteAlternative(StringBuilder mime, MailMessage message, string boundary)
    {
        MimeHeader.Write(mime, "Content-Type", $"multipart/alternative;{MimeHeader.Fold}boundary=\"{boundary}\"");
        mime.Append("\r\n");
        Delimit(mime, boundary);
        WriteQuotedPrintable(mime, "text/plain", message.Text);
        Delimit(mime, boundary);
        WriteQuotedPrintable(mime, "text/html", message.Html);
        if (message.Calendar is { } calendar)
        {
            Delimit(mime, boundary);
            MimeHeader.Write(mime, "Content-Type", $"text/calendar; method={Method(calendar)}; charset=UTF-8");
            WriteBase64(mime, calendar.Text);
        }
        mime.Append($"--{boundary}--\r\n");
    }

    private static void Delimit(StringBuilder mime, string boundary) => mime.Append($"--{boundary}\r\n");

    private static void WriteQuotedPrintable(StringBuilder mime, string type, string text)
    {
        MimeHeader.Write(mime, "Content-Type", type + "; charset=UTF-8");
        MimeHeader.Write(mime, "Content-Transfer-Encoding", "quoted-printable");
        mime.Append("\r\n");
        QuotedPrintable.Write(mime, text);
    }

    private static void WriteBase64(StringBuilder mime, string text)
    {
        MimeHeader.Write(mime, "Content-Transfer-Encoding", "base64");
        mime.Append("\r\n");
        foreach (var line in Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).Chunk(76))
            mime.Append(line).Append("\r\n");
    }

    private static string Method(CalendarPart calendar) => calendar.Method.Length > 0 && calendar.Method.All(char.IsAsciiLetter)
        ? calendar.Method.ToUpperInvariant()
        : throw new ArgumentException("The method of a calendar part is one word.", nameof(calendar));

    private static string WebAddress(Uri unsubscribe) => unsubscribe is { IsAbsoluteUri: true, Scheme: "https" or "http" }
        ? unsubscribe.AbsoluteUri
        : throw new ArgumentException("An unsubscribe address is an absolute web address.", nameof(unsubscribe));

    private static string Offset(DateTimeOffset date) =>
        (date.Offset < TimeSpan.Zero ? "-" : "+") + date.Offset.ToString("hhmm", CultureInfo.InvariantCulture);
}
