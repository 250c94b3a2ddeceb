using MimeKit;

namespace Sessions.Mail;

/// <summary>Reads a delivery status notification by its shape at top level (RFC 3464, RFC 6522).</summary>
internal static class InboundReports
{
    private const int MostRecipients = 20, LongestWords = 500, LongestStatus = 20;

    public static DeliveryReport? Read(MimeMessage message)
    {
        if (message.Body is not MultipartReport report || !string.Equals(report.ReportType, "delivery-status", StringComparison.OrdinalIgnoreCase)) return null;
        if (report.OfType<MessageDeliveryStatus>().FirstOrDefault() is not { } status) return null;
        return new(About(report) is { } about && !about.Any(char.IsControl) ? about : null, [.. status.StatusGroups.Where(group => group["Final-Recipient"] is not null || group["Original-Recipient"] is not null).Take(MostRecipients).Select(Recipient)]);
    }

    private static DeliveryStatus Recipient(HeaderList group) => new(
        After(group["Original-Recipient"] ?? group["Final-Recipient"]), (group["Action"] ?? "").Trim(),
        TypedText.Cut((TypedText.Line(group["Status"]) ?? "").Split(' ')[0], LongestStatus), TypedText.Line(After(group["Diagnostic-Code"])) is { } words ? TypedText.Cut(words, LongestWords) : "");

    /// <summary>Behind the type: <c>rfc822; kim@example.org</c>.</summary>
    private static string After(string? typed) => typed is null ? "" : typed[(typed.IndexOf(';', StringComparison.Ordinal) + 1)..].Trim();

    private static string? About(MultipartReport report)
    {
        foreach (var part in report)
        {
            if (part is MessagePart { Message.MessageId: { Length: > 0 } whole }) return whole;
            if (part is TextPart headers && headers.ContentType.IsMimeType("text", "rfc822-headers") && MimeKit.Utils.MimeUtils.EnumerateReferences(MessageIdLine(headers.Text)).FirstOrDefault() is { } id) return id;
        }
        return null;
    }

    private static string MessageIdLine(string headers) =>
        headers.Split('\n').FirstOrDefault(line => line.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase))?[11..].Trim() ?? "";
}
