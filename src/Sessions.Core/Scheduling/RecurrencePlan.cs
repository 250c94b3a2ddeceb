using NodaTime;
using Sessions.ICalendar;

namespace Sessions.Scheduling;

/// <summary>When a series is to meet: a rule or none, days beside it and days left out, all at one hour of one zone.</summary>
/// <param name="Rule">RRULE, or null for plain dates.</param>
/// <param name="From">First day the rule counts from; today where it is null.</param>
/// <param name="Zone">IANA name.</param>
public sealed record RecurrencePlan(string? Rule, LocalDate? From, LocalTime Start, string Zone)
{
    /// <summary>RDATE.</summary>
    public DateList Extra { get; init; } = DateList.None;

    /// <summary>EXDATE.</summary>
    public DateList Skipped { get; init; } = DateList.None;

    /// <summary>Where it names no date, every date is one the host chose.</summary>
    public bool NamesDates => !string.IsNullOrWhiteSpace(Rule) || Extra.Count > 0;

    public static RecurrencePlan Of(SeriesForm form) => new(form.Rule, form.RuleFrom, form.LocalStart, form.Zone) { Extra = form.ExtraDates, Skipped = form.SkippedDates };

    /// <summary>Local starts after <paramref name="now"/>, made as they are asked for; an unreadable rule gives none.</summary>
    public IEnumerable<LocalDateTime> After(Instant now) =>
        Occurrences(From ?? SessionClock.Today(now, Zone)).SkipWhile(local => SessionClock.InZone(local, Zone) <= now);

    /// <summary>Those of the days from <paramref name="first"/> to <paramref name="last"/>.</summary>
    public IEnumerable<LocalDateTime> Between(LocalDate first, LocalDate last) =>
        Occurrences(From ?? first).SkipWhile(local => local.Date < first).TakeWhile(local => local.Date <= last);

    private IEnumerable<LocalDateTime> Occurrences(LocalDate from)
    {
        var rule = string.IsNullOrWhiteSpace(Rule) ? null : RecurrenceRuleParser.Parse(Rule, SessionClock.Zone(Zone)) is ParsedRule.Accepted { Rule: var accepted } ? accepted : null;
        return new RecurrenceSet(from + Start) { Rule = rule, ExtraDates = At(Extra), SkippedDates = At(Skipped) }.Occurrences();
    }

    private LocalDateTime[] At(DateList days) => [.. days.Select(day => day + Start)];
}
