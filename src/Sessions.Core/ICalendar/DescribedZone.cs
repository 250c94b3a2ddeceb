using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;

namespace Sessions.ICalendar;

/// <summary>A zone that nobody knows by name, as the VTIMEZONE of its calendar describes it (RFC 5545 3.6.5): Outlook writes one for each zone somebody has made.</summary>
public sealed class DescribedZone : DateTimeZone
{
    private const int FirstYear = 1990, LastYear = 2070, MostObservances = 20, MostDates = 500, MostChanges = 2000;

    private readonly Change[] _changes;
    private readonly Instant[] _moments;

    private DescribedZone(string id, Change[] changes)
        : base(id, isFixed: false, changes.Min(change => Offset.Min(change.From, change.To)), changes.Max(change => Offset.Max(change.From, change.To))) => (_changes, _moments) = (changes, [.. changes.Select(change => change.At)]);

    /// <summary>Null where it says nothing that can be read.</summary>
    public static DescribedZone? Read(CalendarComponent zone)
    {
        var changes = zone.Components.Where(c => c.Name is "STANDARD" or "DAYLIGHT").Take(MostObservances).SelectMany(Changes).Take(MostChanges)
            .OrderBy(change => change.At).DistinctBy(change => change.At).ToArray();
        return changes.Length == 0 ? null : new(zone.Property("TZID")!.Text.Trim(), changes);
    }

    public override ZoneInterval GetZoneInterval(Instant instant)
    {
        var found = Array.BinarySearch(_moments, instant);
        var at = found >= 0 ? found : ~found - 1;
        Instant? until = at + 1 < _changes.Length ? _changes[at + 1].At : null;
        return at < 0 ? new(Id, null, until, _changes[0].From, Offset.Zero) : new(Id, _changes[at].At, until, _changes[at].To, Offset.Zero);
    }

    private static IEnumerable<Change> Changes(CalendarComponent observance)
    {
        if (observance.Property("DTSTART")?.Times is not [var first, ..] || Read(observance.Property("TZOFFSETFROM")) is not { } from || Read(observance.Property("TZOFFSETTO")) is not { } to) return [];
        var rule = observance.Property("RRULE") is { } written && RecurrenceRuleParser.Parse(written.Value.Trim(), ForOffset(from)) is ParsedRule.Accepted accepted ? accepted.Rule : null;
        var extra = observance.All("RDATE").SelectMany(dates => dates.Times ?? []).Take(MostDates).Select(time => time.Local);
        // Windows counts its rules from the year 1601.
        var start = rule is { Count: null, Interval: 1 } && first.Local.Year < FirstYear ? first.Local.PlusYears(FirstYear - first.Local.Year) : first.Local;
        var all = new RecurrenceSet(start) { Rule = rule, ExtraDates = [first.Local, .. extra], Horizon = new LocalDate(LastYear, 12, 31) };
        return all.Occurrences().Select(onset => new Change(onset.WithOffset(from).ToInstant(), from, to));
    }

    /// <summary>+0100, -053000.</summary>
    private static Offset? Read(CalendarProperty? property)
    {
        var text = property?.Value.Trim() ?? "";
        if (text.Length is not (5 or 7) || text[0] is not ('+' or '-') || !int.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var digits)) return null;
        var written = text.Length == 5 ? digits * 100 : digits;
        var seconds = (written / 10_000 * 3600) + (written / 100 % 100 * 60) + (written % 100);
        return seconds > Offset.MaxValue.Seconds ? null : Offset.FromSeconds(text[0] == '-' ? -seconds : seconds);
    }

    private sealed record Change(Instant At, Offset From, Offset To);
}
