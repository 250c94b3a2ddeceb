using NodaTime;
using NodaTime.Text;
using Sessions.Scheduling;

namespace Sessions.Invitations;

/// <summary>An exact time as every mail says it: weekday, date, hours, the zone's name and its offset on that day.</summary>
internal static class WhenText
{
    /// <summary>How long before a session a clock change is worth a remark.</summary>
    private static readonly Duration ChangeIsNear = Duration.FromDays(14);

    private static readonly LocalDatePattern LongDay = LocalDatePattern.CreateWithInvariantCulture("dddd d MMMM uuuu");
    private static readonly LocalDatePattern ShortDay = LocalDatePattern.CreateWithInvariantCulture("ddd d MMMM uuuu");
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static string Day(LocalDate date) => LongDay.Format(date);

    public static string Time(Instant at, string zone) => Clock.Format(at.InZone(SessionClock.Zone(zone)).TimeOfDay);

    /// <summary>The hours and their zone, or as much as is known.</summary>
    public static IEnumerable<string> Lines(SessionTime when) =>
        when is { Start: { } start, End: { } end } ? [Hours(start, end, when.Zone), Zone(start, when.Zone)] : [TimeWords.Of(when).ToString()];

    /// <summary>"Wednesday 1 November 2023, 12:00 to 13:00"; the end names its day where it is another.</summary>
    public static string Hours(Instant start, Instant end, string zone)
    {
        var (from, to) = (start.InZone(SessionClock.Zone(zone)), end.InZone(SessionClock.Zone(zone)));
        var until = from.Date == to.Date ? Clock.Format(to.TimeOfDay) : $"{Day(to.Date)}, {Clock.Format(to.TimeOfDay)}";
        return $"{Day(from.Date)}, {Clock.Format(from.TimeOfDay)} to {until}";
    }

    /// <summary>"Europe/London, GMT (UTC+00:00)"; a zone that has no letters of its own goes without.</summary>
    public static string Zone(Instant at, string zone)
    {
        var interval = SessionClock.Zone(zone).GetZoneInterval(at);
        var offset = $"UTC{OffsetPattern.CreateWithInvariantCulture("+HH:mm").Format(interval.WallOffset)}";
        return char.IsLetter(interval.Name[0]) ? $"{zone}, {interval.Name} ({offset})" : $"{zone} ({offset})";
    }

    /// <summary>For a subject line: "Wed 1 November 2023, 12:00 London", or as much as is known.</summary>
    public static string Short(SessionTime when) => when.Start is { } start ? Short(start, when.Zone) : TimeWords.Of(when).ToString();

    public static string Short(Instant start, string zone)
    {
        var from = start.InZone(SessionClock.Zone(zone));
        return $"{ShortDay.Format(from.Date)}, {Clock.Format(from.TimeOfDay)} {City(zone)}";
    }

    public static string City(string zone) => zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');

    /// <summary>The clock change between now and the session that somebody may forget; null when there is none.</summary>
    public static ClockChange? ChangeBefore(Instant start, string zone, Instant now)
    {
        var interval = SessionClock.Zone(zone).GetZoneInterval(start);
        if (!interval.HasStart || interval.Start <= now || start - interval.Start > ChangeIsNear) return null;
        var before = SessionClock.Zone(zone).GetZoneInterval(interval.Start - Duration.Epsilon);
        return before.WallOffset == interval.WallOffset ? null : new(interval.Start.WithOffset(before.WallOffset).Date, interval.WallOffset > before.WallOffset);
    }
}

/// <param name="Forward">An hour is lost.</param>
internal sealed record ClockChange(LocalDate Day, bool Forward);
