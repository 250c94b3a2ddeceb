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
            var twin = result.Find(o => o.StartsAt is { } other && Clashes.Overlap(at, line.Minutes, other, o.Minutes));
            if (twin is not null) hints.Add(new(twin.StartsAt == at ? LineNoteKind.SameHourAsLine : LineNoteKind.OverlapsLine, twin.Number));
            hints.AddRange(Clashes.Of(new(at, line.Minutes, line.Speakers, previous), defaults));
            result.Add(line with { Notes = [.. line.Notes, .. hints] });
            previous = at;
        }
        return result;
    }
}
