using System.Text;

namespace Sessions.Mail;

/// <summary>RFC 2045 6.7 for text: any line end becomes CRLF, other control characters are dropped.</summary>
internal static class QuotedPrintable
{
    private const int LongestLine = 76;

    public static void Write(StringBuilder mime, string text)
    {
        // The last line end belongs to the boundary that follows (RFC 2046 5.1.1).
        foreach (var line in Printable.Lines(text).Split('\n'))
            WriteLine(mime, Encoding.UTF8.GetBytes(line));
    }

    private static void WriteLine(StringBuilder mime, byte[] line)
    {
        var column = 0;
        for (var i = 0; i < line.Length; i++)
        {
            var isLiteral = IsLiteral(line, i);
            if (column + (isLiteral ? 1 : 3) > LongestLine - 1)
            {
                mime.Append("=\r\n");
                column = 0;
            }
            // A line "." or "From " means something to some servers on the way (RFC 2049 3).
            isLiteral &= column > 0 || line[i] is not ((byte)'.' or (byte)'F');
            if (isLiteral)
                mime.Append((char)line[i]);
            else
                mime.Append('=').Append(line[i].ToString("X2"));
            column += isLiteral ? 1 : 3;
        }
        mime.Append("\r\n");
    }

    private static bool IsLiteral(byte[] line, int i) => line[i] switch
    {
        (byte)' ' or (byte)'\t' => i < line.Length - 1,
        (byte)'=' => false,
        var octet => octet is >= 33 and <= 126,
    };
}
