using System.Runtime.InteropServices;
using NodaTime;
using NodaTime.TimeZones;

namespace Sessions.ICalendar;

/// <param name="At">In local time before the change, as an observance's DTSTART wants it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Transition(LocalDateTime At, TransitionKind Kind)
{
    public static List<Transition> Between(DateTimeZone zone, int firstYear, int lastYear)
    {
        var from = new LocalDate(firstYear, 1, 1).AtMidnight().ToInstant(zone);
        var to = new LocalDate(lastYear + 1, 1, 1).AtMidnight().ToInstant(zone);
        return [.. zone.GetZoneIntervals(from, to)
            .Where(interval => interval.HasStart && interval.Start > from)
            .Select(interval => Into(interval, zone.GetZoneInterval(interval.Start - Duration.Epsilon)))
            .Where(transition => transition.Kind.From != transition.Kind.To)];
    }

    private static Transition Into(ZoneInterval after, ZoneInterval before)
    {
        var at = after.Start.WithOffset(before.WallOffset).LocalDateTime;
        return new(at, new(before.WallOffset, after.WallOffset, after.Name, at.Month, at.TimeOfDay));
    }
}

/// <summary>What is equal in every year of a regular zone; only the day differs.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TransitionKind(Offset From, Offset To, string Name, int Month, LocalTime Time);
