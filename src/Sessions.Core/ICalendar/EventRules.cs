using NodaTime;

namespace Sessions.ICalendar;

/// <summary>From one event to its occurrences.</summary>
internal sealed class EventRules(CalendarZones zones, CalendarReach reach)
{
    private const int MostYears = 50, DaysOfEightYears = 2922;

    // All rules of a text together: two thousand weekly events of a year, or some fifty that never come true.
    private int _daysLeft = 1_000_000;

    public IEnumerable<ReadEvent> Occurrences(ReadEvent first)
    {
        var item = first.Source;
        var hasMore = first.Time is not null && (item.Property("RRULE") ?? item.Property("RDATE")) is not null;
        return hasMore ? Repeated(first) : [first];
    }

    private IEnumerable<ReadEvent> Repeated(ReadEvent first)
    {
        var (item, zone) = (first.Source, first.Time is EventTime.Exact exact ? exact.Start.Zone : DateTimeZone.Utc);
        var start = Start(first.Time!);
        var rule = item.Property("RRULE") is { } written ? RecurrenceRuleParser.Parse(written.Value.Trim(), zone) : null;
        if (rule is ParsedRule.Refused refused) return [new(item, null, EventFault.RuleUnreadable, refused.Part)];
        if (Dates(item, "RDATE", first.Time!, zone) is not { } extra || Dates(item, "EXDATE", first.Time!, zone) is not { } skipped)
            return [new(item, null, EventFault.DatesUnreadable)];
        var accepted = (rule as ParsedRule.Accepted)?.Rule;
        var horizon = accepted is null ? start.Date : Horizon(accepted, start.Date);
        _daysLeft -= Math.Max(0, Period.DaysBetween(start.Date, horizon));
        if (_daysLeft < 0) return [new(item, null, EventFault.TooMuch)];
        // The start is an occurrence, also where it is none of the rule (RFC 5545 3.8.5.3).
        var all = new RecurrenceSet(start) { Rule = accepted, ExtraDates = [start, .. extra], SkippedDates = skipped, Horizon = horizon };
        return all.Occurrences().Select(time => new ReadEvent(item, At(first.Time!, time)));
    }

    private LocalDate Horizon(RecurrenceRule rule, LocalDate start)
    {
        var farthest = start.PlusYears(Math.Min(MostYears, CalendarTime.LastYear - start.Year));
        var last = rule.Until?.Date ?? (rule.Count is { } count ? Counted(rule, count, start, farthest) : reach.Endless);
        return LocalDate.Max(start, LocalDate.Min(last, farthest));
    }

    /// <summary>With room for what a count skips: a 29 February comes every eight years at worst.</summary>
    private static LocalDate Counted(RecurrenceRule rule, int count, LocalDate start, LocalDate farthest)
    {
        var days = (4L * count * rule.Interval * Days(rule.Frequency)) + DaysOfEightYears;
        return days < Period.DaysBetween(start, farthest) ? start.PlusDays((int)days) : farthest;
    }

    private static int Days(Frequency frequency) => frequency switch
    {
        Frequency.Daily => 1,
        Frequency.Weekly => 7,
        Frequency.Monthly => 31,
        _ => 366,
    };

    /// <summary>In the event's own form: a day alone stands for the event's hour on it.</summary>
    private List<LocalDateTime>? Dates(CalendarComponent item, string name, EventTime of, DateTimeZone zone)
    {
        var dates = new List<LocalDateTime>();
        foreach (var property in item.All(name))
        {
            if (property.Times is not { } times) return null;
            foreach (var time in times)
            {
                if (zones.Of(time) is not { } own) return null;
                var isDay = time.Kind == CalendarTimeKind.Day || of is EventTime.WholeDays;
                dates.Add(isDay ? time.Local.Date + Start(of).TimeOfDay : time.Local.InZone(own).WithZone(zone).LocalDateTime);
            }
        }
        return dates;
    }

    private static LocalDateTime Start(EventTime time) => time is EventTime.Exact exact ? exact.Start.LocalDateTime : ((EventTime.WholeDays)time).First.AtMidnight();

    private static EventTime At(EventTime first, LocalDateTime start) => first switch
    {
        EventTime.Exact exact when start == exact.Start.LocalDateTime => exact,
        EventTime.Exact exact => EventTime.At(start, exact.Start.Zone, exact.End - exact.Start),
        EventTime.WholeDays days => new EventTime.WholeDays(start.Date, start.Date.PlusDays(Period.DaysBetween(days.First, days.Last))),
        _ => first,
    };
}
