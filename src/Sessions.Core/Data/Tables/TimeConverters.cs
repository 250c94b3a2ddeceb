using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using NodaTime.Text;

namespace Sessions.Data.Tables;

/// <summary>Local dates and times as ISO text: the same on both databases, ordered as they read.</summary>
internal sealed class LocalDateConverter() : ValueConverter<LocalDate, string>(
    date => LocalDatePattern.Iso.Format(date), text => LocalDatePattern.Iso.Parse(text).Value);

internal sealed class LocalTimeConverter() : ValueConverter<LocalTime, string>(
    time => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture), text => LocalTimePattern.ExtendedIso.Parse(text).Value);

internal sealed class LocalDateTimeConverter() : ValueConverter<LocalDateTime, string>(
    at => LocalDateTimePattern.GeneralIso.Format(at), text => LocalDateTimePattern.GeneralIso.Parse(text).Value);

internal sealed class InstantAsTicks() : ValueConverter<Instant, long>(
    instant => instant.ToUnixTimeTicks(), ticks => Instant.FromUnixTimeTicks(ticks));

internal sealed class InstantAsTimestamp() : ValueConverter<Instant, DateTime>(
    instant => instant.ToDateTimeUtc(), utc => Instant.FromDateTimeUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc)));
