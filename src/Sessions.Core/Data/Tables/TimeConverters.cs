using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using NodaTime.Text;
using Sessions.Scheduling;

namespace Sessions.Data.Tables;

/// <summary>Local dates and times as ISO text: the same on both databases, ordered as they read.</summary>
internal sealed class LocalDateConverter() : ValueConverter<LocalDate, string>(date => LocalDatePattern.Iso.Format(date), text => Read(text))
{
    /// <summary>A list reads hundreds of these; a pattern takes its time.</summary>
    private static LocalDate Read(string text) => text.Length == 10
        && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && int.TryParse(text.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var month)
        && int.TryParse(text.AsSpan(8, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            ? new(year, month, day)
            : LocalDatePattern.Iso.Parse(text).Value;
}

internal sealed class LocalTimeConverter() : ValueConverter<LocalTime, string>(
    time => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture), text => Read(text))
{
    private static LocalTime Read(string text) => text.Length == 8
        && int.TryParse(text.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
        && int.TryParse(text.AsSpan(3, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var minute)
        && int.TryParse(text.AsSpan(6, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var second)
            ? new(hour, minute, second)
            : LocalTimePattern.ExtendedIso.Parse(text).Value;
}

internal sealed class LocalDateTimeConverter() : ValueConverter<LocalDateTime, string>(
    at => LocalDateTimePattern.GeneralIso.Format(at), text => LocalDateTimePattern.GeneralIso.Parse(text).Value);

internal sealed class DateListConverter() : ValueConverter<DateList, string>(days => days.ToString(), text => DateList.Parse(text)!);

internal sealed class InstantAsTicks() : ValueConverter<Instant, long>(
    instant => instant.ToUnixTimeTicks(), ticks => Instant.FromUnixTimeTicks(ticks));

internal sealed class InstantAsTimestamp() : ValueConverter<Instant, DateTime>(
    instant => instant.ToDateTimeUtc(), utc => Instant.FromDateTimeUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc)));
