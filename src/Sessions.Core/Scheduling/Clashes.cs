using NodaTime;
using Sessions.ICalendar;

namespace Sessions.Scheduling;

/// <summary>An hour somebody wants.</summary>
/// <param name="Before">The session of the series before it; null where there is none.</param>
/// <param name="After">The one after it.</param>
public sealed record WantedHour(Instant At, int Minutes, IReadOnlyList<LineSpeaker> Speakers, Instant? Before = null, Instant? After = null);

/// <summary>What speaks against an hour: hours and speakers already taken, a holiday, a clock change beside it. None of it stops anybody.</summary>
public static class Clashes
{
    private static readonly Duration NearChange = Duration.FromDays(28);

    /// <param name="defaults">The zone, what is taken in it, and the holidays.</param>
    public static IEnumerable<LineNote> Of(WantedHour hour, SessionLineDefaults defaults)
    {
        foreach (var taken in defaults.Taken)
        {
            var at = taken.Start.ToInstant(defaults.Zone);
            if (!Overlap(hour.At, hour.Minutes, at, taken.Minutes)) continue;
            yield return Taken(taken, at == hour.At);
            foreach (var name in hour.Speakers.Where(s => taken.Speakers.Any(other => IsSame(s, other))).Select(s => s.Name ?? s.Address!))
                yield return taken.What is { } what ? new(LineNoteKind.SpeakerElsewhere, name, what) : new(LineNoteKind.SpeakerElsewhereHere, name);
        }
        var day = hour.At.InZone(defaults.Zone).Date;
        if (defaults.HolidayOn(day) is { } holiday) yield return new(LineNoteKind.Holiday, day, holiday);
        // The first session after a change says so; the last one before it where the change is near.
        var after = hour.After is { } next && next < hour.At + NearChange ? hour.After : null;
        foreach (var note in ClockChange(defaults.Zone, hour.Before, hour.At).Concat(ClockChange(defaults.Zone, hour.At, after))) yield return note;
    }

    public static bool Overlap(Instant a, int minutesA, Instant b, int minutesB) =>
        a == b || (a < b + Duration.FromMinutes(minutesB) && b < a + Duration.FromMinutes(minutesA));

    /// <summary>One address is one person; a name decides only where an address is missing.</summary>
    private static bool IsSame(LineSpeaker one, LineSpeaker other) => one.Address is { } address && other.Address is { } theirs
        ? string.Equals(address, theirs, StringComparison.OrdinalIgnoreCase)
        : one.Name is { } name && string.Equals(name, other.Name, StringComparison.OrdinalIgnoreCase);

    private static LineNote Taken(TakenHour hour, bool same) => (hour.What, same) switch
    {
        (null, true) => new(LineNoteKind.SameHourInSeries),
        (null, false) => new(LineNoteKind.OverlapsInSeries, hour.Start.TimeOfDay),
        ({ } what, true) => new(LineNoteKind.SameHourAs, what),
        ({ } what, false) => new(LineNoteKind.OverlapsWith, what, hour.Start.TimeOfDay),
    };

    /// <summary>The last clock change between two sessions that stand at different offsets.</summary>
    private static IEnumerable<LineNote> ClockChange(DateTimeZone zone, Instant? from, Instant? to)
    {
        if (from is not { } before || to is not { } at || before >= at || zone.GetUtcOffset(before) == zone.GetUtcOffset(at)) return [];
        var interval = zone.GetZoneInterval(at);
        // A zone may change its name or law without moving the clocks.
        while (interval.HasStart && zone.GetUtcOffset(interval.Start - Duration.Epsilon) == interval.WallOffset)
            interval = zone.GetZoneInterval(interval.Start - Duration.Epsilon);
        if (!interval.HasStart) return [];
        var earlier = zone.GetZoneInterval(interval.Start - Duration.Epsilon);
        var day = interval.Start.InZone(zone).Date;
        return [new(interval.WallOffset > earlier.WallOffset ? LineNoteKind.ClocksForward : LineNoteKind.ClocksBack, day)];
    }
}
