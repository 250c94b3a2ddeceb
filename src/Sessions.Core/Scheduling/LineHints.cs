using NodaTime;
using Sessions.ICalendar;

namespace Sessions.Scheduling;

/// <summary>What is worth saying about lines that were read: beside the calendar, the clocks, other lines and hours already taken.</summary>
internal static class LineHints
{
    /// <summary>Resolves the line's local start: a skipped one moves forward by the gap, of a doubled one the earlier counts.</summary>
    public static SessionLine Place(SessionLine line, LocalDate date, LocalTime? start, WrittenDate written, List<LineNote> later, SessionLineDefaults defaults)
    {
        var notes = new List<LineNote>(line.Notes);
        if (written.Weekday != IsoDayOfWeek.None && written.Weekday != date.DayOfWeek) notes.Add(new(LineNoteKind.WeekdayDiffers, written.WeekdayText!, date));
        if (date < defaults.Today) notes.Add(new(LineNoteKind.DatePast, date));
        if (start is { } time)
        {
            var local = date + time;
            var mapping = defaults.Zone.MapLocal(local);
            var resolved = local.InZone(defaults.Zone);
            if (mapping.Count == 0) notes.Add(new(LineNoteKind.TimeSkipped, time, resolved.TimeOfDay));
            if (mapping.Count == 2) notes.Add(new(LineNoteKind.TimeDoubled, time));
            line = line with { Start = resolved.LocalDateTime, StartsAt = resolved.ToInstant() };
        }
        notes.AddRange(later);
        if (written.Year is null) notes.Add(new(LineNoteKind.YearAssumed, date));
        return line with { Notes = notes };
    }

    /// <summary>Adds what follows from the lines together and from the hours taken.</summary>
    public static IReadOnlyList<SessionLine> Add(IReadOnlyList<SessionLine> lines, SessionLineDefaults defaults)
    {
        var taken = defaults.Taken.Select(t => (Hour: t, At: t.Start.ToInstant(defaults.Zone))).ToList();
        var result = new List<SessionLine>(lines.Count);
        Instant? previous = null;
        foreach (var line in lines)
        {
            if (line.StartsAt is not { } at)
            {
                result.Add(line);
                continue;
            }
            var hints = new List<LineNote>();
            var twin = result.Find(o => o.StartsAt is { } other && Overlap(at, line.Minutes, other, o.Minutes));
            if (twin is not null) hints.Add(new(twin.StartsAt == at ? LineNoteKind.SameHourAsLine : LineNoteKind.OverlapsLine, twin.Number));
            hints.AddRange(taken.Where(t => Overlap(at, line.Minutes, t.At, t.Hour.Minutes)).Select(t => Clash(t.Hour, t.At == at)));
            result.Add(line with { Notes = [.. line.Notes, .. hints, .. ClockChange(defaults.Zone, previous, at)] });
            previous = at;
        }
        return result;
    }

    private static LineNote Clash(TakenHour hour, bool same) => (hour.What, same) switch
    {
        (null, true) => new(LineNoteKind.SameHourInSeries),
        (null, false) => new(LineNoteKind.OverlapsInSeries, hour.Start.TimeOfDay),
        ({ } what, true) => new(LineNoteKind.SameHourAs, what),
        ({ } what, false) => new(LineNoteKind.OverlapsWith, what, hour.Start.TimeOfDay),
    };

    private static bool Overlap(Instant a, int minutesA, Instant b, int minutesB) =>
        a == b || (a < b + Duration.FromMinutes(minutesB) && b < a + Duration.FromMinutes(minutesA));

    /// <summary>The last clock change between two sessions that stand at different offsets.</summary>
    private static IEnumerable<LineNote> ClockChange(DateTimeZone zone, Instant? previous, Instant at)
    {
        if (previous is not { } before || before >= at || zone.GetUtcOffset(before) == zone.GetUtcOffset(at)) return [];
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
