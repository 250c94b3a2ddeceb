namespace Sessions.Mail;

/// <summary>The form of a message after DATA (RFC 5321 4.5.2).</summary>
internal static class SmtpData
{
    /// <summary>
    /// Doubles a dot at the beginning of a line and adds the end. A CR or LF that stands alone becomes CRLF: some servers
    /// take a bare one for the end of a line, and with it a made-up end of the message.
    /// </summary>
    public static byte[] Encode(ReadOnlySpan<byte> message)
    {
        var data = new List<byte>(message.Length + (message.Length / 50) + 5);
        var atLineStart = true;
        for (var i = 0; i < message.Length; i++)
        {
            var octet = message[i];
            if (octet is (byte)'\r' or (byte)'\n')
            {
                if (octet == '\r' && i + 1 < message.Length && message[i + 1] == '\n')
                    i++;
                data.AddRange("\r\n"u8);
                atLineStart = true;
                continue;
            }
            if (atLineStart && octet == '.')
                data.Add(octet);
            data.Add(octet);
            atLineStart = false;
        }
        data.AddRange(atLineStart ? ".\r\n"u8 : "\r\n.\r\n"u8);
        return [.. data];
    }
}
