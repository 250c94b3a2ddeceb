using MimeKit;
using MimeKit.Text;
using MimeKit.Utils;

namespace Sessions.Mail;

/// <summary>
/// Reads messages of strangers: bounded in size, depth and parts, and it never throws. MimeKit takes them apart; a message
/// inside of a message is somebody else's and stays closed.
/// </summary>
public static class InboundReader
{
    public const int MostBytes = 2 * 1024 * 1024, LongestText = 10_000;

    private const int MostDepth = 8, MostParts = 50, MostAddresses = 50;

    private static readonly ParserOptions Options = new() { MaxMimeDepth = MostDepth };

    /// <returns>Null for what is too large, or no message at all.</returns>
    public static InboundMessage? Read(ReadOnlyMemory<byte> raw)
    {
        if (raw.Length is 0 or > MostBytes) return null;
        try
        {
            using var stream = new MemoryStream(raw.ToArray(), writable: false);
            using var message = MimeMessage.Load(Options, stream);
            return Read(message);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // Whatever a stranger can provoke in the parser is a message that can't be read.
            return null;
        }
    }

    /// <summary>As much as is read of a message, and one octet more that tells a longer one.</summary>
    public static async Task<byte[]> ReadAll(Stream input, CancellationToken stop = default)
    {
        var buffer = new byte[MostBytes + 1];
        var length = await input.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, stop);
        return buffer[..length];
    }

    private static InboundMessage Read(MimeMessage message)
    {
        var parts = new List<MimePart>();
        Collect(message.Body, parts, 0);
        return new()
        {
            Id = message.MessageId is { Length: > 0 and <= 250 } id && !id.Any(char.IsControl) ? id : null,
            From = message.From.Mailboxes.Take(2).ToList() is [var one] ? Address(one.Address) : null,
            To = [.. Delivered(message).Concat(message.To.Mailboxes.Concat(message.Cc.Mailboxes).Select(m => m.Address)).Take(MostAddresses).Select(Address).OfType<EmailAddress>().Distinct()],
            Subject = Line(message.Subject),
            ReceivedAt = message.Headers[HeaderId.Received] is { } trace && DateUtils.TryParse(trace[(trace.LastIndexOf(';') + 1)..], out var at) ? at : null,
            IsAutomatic = IsAutomatic(message),
            Calendars = [.. parts.Where(IsCalendar).Select(Decoded).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal)],
            Text = Text(parts),
            Report = InboundReports.Read(message),
            Verdict = Verdict(message),
        };
    }

    private static void Collect(MimeEntity? entity, List<MimePart> parts, int depth)
    {
        if (parts.Count == MostParts || depth > MostDepth) return;
        if (entity is MimePart part) parts.Add(part);
        else if (entity is Multipart several)
            foreach (var inner in several) Collect(inner, parts, depth + 1);
    }

    private static IEnumerable<string> Delivered(MimeMessage message) => message.Headers
        .Where(h => h.Field.ToUpperInvariant() is "DELIVERED-TO" or "X-ORIGINAL-TO" or "ENVELOPE-TO" or "X-DELIVERED-TO" or "X-FORWARDED-TO")
        // One delivery to several is one line of them.
        .SelectMany(h => h.Value.Split(',')).Select(address => address.Trim().Trim('<', '>'));

    private static bool IsAutomatic(MimeMessage message) =>
        Said(message, "Auto-Submitted") is { } auto && !auto.StartsWith("no", StringComparison.OrdinalIgnoreCase)
        || Said(message, "X-Autoreply") is not null || Said(message, "X-Autorespond") is not null
        || Said(message, "Precedence")?.ToUpperInvariant() is "BULK" or "JUNK" or "LIST" or "AUTO_REPLY"
        // A sender that takes no answer is none (RFC 5321 4.5.5), nor is a report on anything, as that somebody read a mail (RFC 8098).
        || Said(message, "Return-Path") is "<>" || message.Body is MultipartReport;

    private static string? Said(MimeMessage message, string header) => message.Headers[header]?.Trim();

    private static bool IsCalendar(MimePart part) => part.ContentType.IsMimeType("text", "calendar") || part.ContentType.IsMimeType("application", "ics")
        || part.FileName?.EndsWith(".ics", StringComparison.OrdinalIgnoreCase) == true;

    private static string Decoded(MimePart part)
    {
        if (part is TextPart text) return text.Text ?? "";
        using var bytes = new MemoryStream();
        part.Content?.DecodeTo(bytes);
        bytes.Position = 0;
        using var reader = new StreamReader(bytes, part.ContentType.CharsetEncoding ?? System.Text.Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }

    /// <summary>The plain text, or what is left of the other one without its marks.</summary>
    private static string Text(IEnumerable<MimePart> parts)
    {
        var texts = parts.OfType<TextPart>().Where(p => !p.IsAttachment && !IsCalendar(p)).ToList();
        var written = texts.Find(p => p.IsPlain)?.Text ?? (texts.Find(p => p.IsHtml) is { } html ? Plain(html.Text) : "");
        return TypedText.Lines(written) is { } lines ? TypedText.Cut(lines, LongestText) : "";
    }

    private static string Plain(string html)
    {
        var (tokens, text) = (new HtmlTokenizer(new StringReader(html)) { DecodeCharacterReferences = true, IgnoreTruncatedTags = true }, new System.Text.StringBuilder());
        var hidden = false;
        while (tokens.ReadNextToken(out var token))
            if (token is HtmlTagToken tag)
            {
                if (tag.Id is HtmlTagId.Style or HtmlTagId.Script or HtmlTagId.Title) hidden = !tag.IsEndTag;
                if (tag.Id is HtmlTagId.Br or HtmlTagId.P or HtmlTagId.Div or HtmlTagId.LI or HtmlTagId.TR) text.Append('\n');
            }
            else if (token is HtmlDataToken data && !hidden) text.Append(data.Data);
        return text.ToString();
    }

    private static SenderVerdict? Verdict(MimeMessage message)
    {
        if (message.Headers.FirstOrDefault(h => h.Id == HeaderId.AuthenticationResults) is not { } top) return null;
        if (!MimeKit.Cryptography.AuthenticationResults.TryParse(top.RawValue, out var results) || results.AuthenticationServiceIdentifier is not { } server) return null;
        var vouched = new List<string>();
        foreach (var result in results.Results.Where(r => string.Equals(r.Result, "pass", StringComparison.OrdinalIgnoreCase)))
            foreach (var property in result.Properties)
                if ((result.Method.ToUpperInvariant(), property.PropertyType.ToUpperInvariant(), property.Property.ToUpperInvariant()) is ("DMARC", "HEADER", "FROM") or ("DKIM", "HEADER", "D"))
                    vouched.Add(property.Value);
        return new(server, vouched);
    }

    private static EmailAddress? Address(string text) => EmailAddress.TryParse(text, out var address, out _) ? address : null;

    private static string Line(string? text) => TypedText.Line(text) is { } line ? TypedText.Cut(line, 300) : "";
}
