using System.Text;

namespace Sessions.Tests.Mail;

internal static class MimeRules
{
    /// <summary>7-bit, CRLF at every line end and nowhere else, lines within 998 octets, those of headers with encoded words within 76.</summary>
    public static void Check(byte[] message)
    {
        Assert.DoesNotContain(message, octet => octet > 126 || (octet < 32 && octet is not (9 or 10 or 13)));
        var text = Encoding.ASCII.GetString(message);
        var lines = text.Split("\r\n");
        Assert.Equal("", lines[^1]);
        Assert.All(lines, line => Assert.False(line.Contains('\r', StringComparison.Ordinal) || line.Contains('\n', StringComparison.Ordinal) || line.Length > 998));
        Assert.All(lines.Where(line => line.Contains("=?UTF-8?", StringComparison.Ordinal)), line => Assert.InRange(line.Length, 1, 76));
    }
}
