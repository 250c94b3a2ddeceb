using System.Text;

namespace Sessions.Scheduling.Sheets;

/// <summary>From the bytes of a file to its text.</summary>
internal static class SheetText
{
    /// <summary>UTF-8, or UTF-16 with or without its mark, which is taken away; null for bytes that are no text.</summary>
    public static string? Of(ReadOnlySpan<byte> content)
    {
        Encoding encoding = content switch
        {
            [0xFF, 0xFE, ..] or [not 0, 0, not 0, 0, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
            [0xFE, 0xFF, ..] or [0, not 0, 0, not 0, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
            _ => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
        };
        try
        {
            var mark = encoding.Preamble;
            return encoding.GetString(content.StartsWith(mark) ? content[mark.Length..] : content);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
