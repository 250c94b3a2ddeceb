using System.Buffers;
using NodaTime;

namespace Sessions.ICalendar;

/// <summary>DATE and DATE-TIME in the basic format of RFC 5545 3.3.4 and 3.3.5, without a pattern engine.</summary>
internal static class BasicFormat
{
    public static void Write(IBufferWriter<byte> output, LocalDateTime value)
    {
        Write(output, value.Date);
        var span = output.GetSpan(7);
        span[0] = (byte)'T';
        Digits(span[1..3], value.Hour);
        Digits(span[3..5], value.Minute);
        Digits(span[5..7], value.Second);
        output.Advance(7);
    }

    public static void Write(IBufferWriter<byte> output, LocalDate value)
    {
        var span = output.GetSpan(8);
        Digits(span[..4], value.Year);
        Digits(span[4..6], value.Month);
        Digits(span[6..8], value.Day);
        output.Advance(8);
    }

    private static void Digits(Span<byte> into, int number)
    {
        for (var at = into.Length - 1; at >= 0; at--, number /= 10)
            into[at] = (byte)('0' + number % 10);
    }
}
