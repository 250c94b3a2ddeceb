using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Sessions.Scheduling;
using Sessions.Workflows;

namespace Sessions.Web.Host.Room;

/// <summary>What the browser's date, time and number fields hold.</summary>
public static class TypedTime
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>Null while one of them is empty or unreadable.</summary>
    public static NewTime? Read(string? day, string? hour, string? minutes)
    {
        // Browsers leave the seconds off or write ":00".
        var date = LocalDatePattern.Iso.Parse(day ?? "");
        var time = Clock.Parse(hour is { Length: > 5 } ? hour[..5] : hour ?? "");
        return date is { Success: true, Value.Year: <= SessionClock.LastYear } && time.Success && int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? new(date.Value + time.Value, length)
            : null;
    }

    /// <inheritdoc cref="Read" />
    public static NewTime? ReadDays(string? first, string? last) =>
        (LocalDatePattern.Iso.Parse(first ?? ""), LocalDatePattern.Iso.Parse(last ?? "")) is ({ Success: true, Value.Year: <= SessionClock.LastYear } from, { Success: true, Value.Year: <= SessionClock.LastYear } to)
            ? NewTime.Days(from.Value, to.Value)
            : null;

    public static string? Day(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : null;

    public static string? Hour(LocalTime? hour) => hour is { } known ? Clock.Format(known) : null;

    public static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
