using System.Globalization;
using NodaTime;

namespace Sessions.ICalendar;

/// <summary>The forms of RFC 5545 3.3.4 and 3.3.5.</summary>
public enum CalendarTimeKind
{
    Day,

    /// <summary>Wherever the reader is; a calendar may name a zone for all of them.</summary>
    Floating,
    Utc,
    InZone,
}

/// <summary>A DATE or DATE-TIME as written.</summary>
/// <param name="Local">Of a day its midnight.</param>
/// <param name="ZoneName">TZID, which may be nobody's name for a zone.</param>
public sealed record CalendarTime(CalendarTimeKind Kind, LocalDateTime Local, string? ZoneName)
{
    /// <summary>Before the end of time, so that lengths can be added.</summary>
    internal const int LastYear = 9900;

    /// <summary>Null for what is neither. Hyphens and colons (ISO 8601) and missing seconds are taken.</summary>
    public static CalendarTime? Parse(string text, string? zone)
    {
        var written = text.Trim().ToUpperInvariant();
        if (written.Length > 25) return null;
        var isUtc = written.EndsWith('Z');
        var parts = written.TrimEnd('Z').Split('T');
        if (parts.Length > 2 || Date(parts[0].Replace("-", "", StringComparison.Ordinal)) is not { } date) return null;
        if (parts.Length == 1) return isUtc ? null : new(CalendarTimeKind.Day, date.AtMidnight(), null);
        if (Time(parts[1].Replace(":", "", StringComparison.Ordinal)) is not { } time) return null;
        return isUtc ? new(CalendarTimeKind.Utc, date + time, null)
            : string.IsNullOrWhiteSpace(zone) ? new(CalendarTimeKind.Floating, date + time, null)
            : new(CalendarTimeKind.InZone, date + time, zone);
    }

    private static LocalDate? Date(string digits)
    {
        if (digits.Length != 8 || !digits.All(char.IsAsciiDigit)) return null;
        var (year, month, day) = (Number(digits[..4]), Number(digits[4..6]), Number(digits[6..]));
        return year is >= 1 and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day) : null;
    }

    private static LocalTime? Time(string digits)
    {
        if (digits.Length is not (4 or 6) || !digits.All(char.IsAsciiDigit)) return null;
        var (hour, minute, second) = (Number(digits[..2]), Number(digits[2..4]), digits.Length == 6 ? Number(digits[4..]) : 0);
        // A leap second is the one before it.
        return hour < 24 && minute < 60 && second <= 60 ? new LocalTime(hour, minute, Math.Min(second, 59)) : null;
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
