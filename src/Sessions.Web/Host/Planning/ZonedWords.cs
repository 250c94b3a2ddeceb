using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Sessions.Scheduling;

namespace Sessions.Web.Host.Planning;

/// <summary>Dates and hours as the console's tables say them.</summary>
public static class ZonedWords
{
    private static readonly OffsetPattern Offset = OffsetPattern.CreateWithInvariantCulture("+HH:mm");

    /// <summary>"Wed 7 Dec 2026".</summary>
    public static string Day(LocalDate date) => date.ToString("ddd d MMM uuuu", CultureInfo.CurrentCulture);

    /// <summary>"12:00 GMT, UTC+00:00"; a zone that has no letters of its own goes without.</summary>
    public static string Clock(Instant at, string zone)
    {
        var local = at.InZone(SessionClock.Zone(zone));
        var letters = local.GetZoneInterval().Name;
        var hour = local.TimeOfDay.ToString("HH:mm", CultureInfo.CurrentCulture);
        return char.IsLetter(letters[0]) && letters != "UTC"
            ? $"{hour} {letters}, UTC{Offset.Format(local.Offset)}"
            : $"{hour}, UTC{Offset.Format(local.Offset)}";
    }

    public static string DayAndClock(Instant at, string zone) => $"{Day(at.InZone(SessionClock.Zone(zone)).Date)}, {Clock(at, zone)}";
}
