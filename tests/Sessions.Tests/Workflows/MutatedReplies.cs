using System.Text;

namespace Sessions.Tests.Workflows;

/// <summary>Messages as a broken or hostile program may send them: another one's octets, a little or a lot beside what they should be.</summary>
internal sealed class MutatedReplies(Random random)
{
    private const int Most = 3 * 1024 * 1024;

    private static readonly byte[][] Bits = [.. new[] { "\r\n", "\n", "\r", "\0", "\r\n\r\n", "--b\r\n", "--b--\r\n", "=", ";", "\"", "\uFEFF", "BEGIN:VEVENT\r\n", "END:VCALENDAR\r\n", "BEGIN:VCALENDAR\r\n", "Content-Type: multipart/mixed; boundary=b\r\n", "=?utf-8?B?" }.Select(Encoding.UTF8.GetBytes)];

    public byte[] Of(byte[] message)
    {
        for (var times = random.Next(1, 5); times > 0; times--)
        {
            var (from, length) = Range(message);
            message = random.Next(6) switch
            {
                0 => [.. message[..from], .. message[(from + length)..]],
                1 => [.. message[..(from + length)], .. message[from..]],
                2 => Swapped(message),
                3 => Flipped(message),
                4 => [.. message[..from], .. Bits[random.Next(Bits.Length)], .. message[from..]],
                _ => [.. message[..from], .. Repeated(message[from..(from + Math.Min(length, 400))]), .. message[from..]],
            };
            if (message.Length > Most) message = message[..Most];
        }
        return message;
    }

    private (int From, int Length) Range(byte[] message)
    {
        var from = random.Next(message.Length + 1);
        return (from, random.Next(Math.Min(message.Length - from, random.Next(2) == 0 ? 60 : 2_000) + 1));
    }

    private byte[] Swapped(byte[] message)
    {
        var at = new[] { random.Next(message.Length + 1), random.Next(message.Length + 1), random.Next(message.Length + 1) }.Order().ToArray();
        return [.. message[..at[0]], .. message[at[1]..at[2]], .. message[at[0]..at[1]], .. message[at[2]..]];
    }

    private byte[] Flipped(byte[] message)
    {
        byte[] flipped = [.. message];
        for (var times = random.Next(1, 20); times > 0 && flipped.Length > 0; times--) flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
        return flipped;
    }

    private byte[] Repeated(byte[] block)
    {
        var repeated = new byte[block.Length * random.Next(2, 300)];
        for (var at = 0; at < repeated.Length; at += block.Length) block.CopyTo(repeated, at);
        return repeated;
    }
}
