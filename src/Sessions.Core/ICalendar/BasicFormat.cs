using NodaTime;

namespace Sessions.ICalendar;

/// <summary>DATE and DATE-TIME in the basic format of RFC 5545 3.3.4 and 3.3.5, without a pattern engine.</summary>
internal static class BasicFormat
{
    public const int MaxLength = 15;

    /// <returns>The octets written.</returns>
    public static int Write(Span<byte> into, LocalDateTime value)
    {
        var at = Write(into, value.Date);
        into[at] = (byte)'T';
        Digits(into[(at + 1)..(at + 3)], value.Hour);
        Digits(into[(at + 3)..(at + 5)], value.Minute);
        Digits(into[(at + 5)..(at + 7)], value.Second);
        return MaxLength;
    }

    /// <inheritdoc cref="Write(Span{byte}, LocalDateTime)" />
    public static int Write(Span<byte> into, LocalDate value)
    {
        Digits(into[..4], value.Year);
        Digits(into[4..6], value.Month);
        Digits(into[6..8], value.Day);
        return 8;
    }

    private static void Digits(Span<byte> into, int number)
    {
        for (var at = into.Length - 1; at >= 0; at--, number /= 10)
            into[at] = (byte)('0' + number % 10);
    }
}
