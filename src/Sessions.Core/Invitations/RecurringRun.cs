using NodaTime;
using Sessions.ICalendar;
using Sessions.Scheduling;

namespace Sessions.Invitations;

/// <summary>Sessions of one series that can stand in a calendar as one recurring event, in every mail client.</summary>
/// <param name="Rule">With its end.</param>
/// <param name="Start">Of the first one, in <paramref name="Zone"/>.</param>
/// <param name="Sessions">In their order.</param>
internal sealed record RecurringRun(RecurrenceRule Rule, LocalDateTime Start, string Zone, int Minutes, IReadOnlyList<Session> Sessions)
{
    /// <summary>Outlook keeps no more in one event.</summary>
    public const int MostDates = 999;

    /// <param name="series">Whose rule it is.</param>
    /// <param name="first">The session that the event begins with.</param>
    /// <param name="held">Sessions to come that the person has a place in and their calendar has not, this one among them.</param>
    /// <returns>Null where fewer than two go together, or some client would get them wrong: then each is invited by itself.</returns>
    public static RecurringRun? From(Series series, Session first, IReadOnlyCollection<Session> held)
    {
        var zone = SessionClock.Zone(series.Zone);
        if (Local(first) is not { } start || string.IsNullOrWhiteSpace(series.Rule) || RecurrenceRuleParser.Parse(series.Rule, zone) is not ParsedRule.Accepted { Rule: var parsed }) return null;
        var rule = parsed with { Count = null, Until = null };
        if (!PortableRule.Is(rule, start)) return null;
        var fitting = held.Where(s => IsLike(s, first, series) && Local(s) >= start).GroupBy(s => Local(s)!.Value).ToDictionary(g => g.Key, g => g.First());
        if (fitting.Count == 0) return null;
        var dates = DatesOf(rule, (series.RuleFrom ?? start.Date) + start.TimeOfDay, start, fitting.Keys.Max());
        var sessions = dates.Where(fitting.ContainsKey).Select(date => fitting[date]).ToList();
        if (sessions.Count < 2 || sessions[0] != first) return null;
        var last = Local(sessions[^1])!.Value;
        var upTo = dates.TakeWhile(date => date <= last).ToList();
        // Who has a place in few of the dates reads better of each by itself.
        if (upTo.Count - sessions.Count > sessions.Count) return null;
        rule = rule with { Until = last };
        // The same dates must come out of the first session alone: calendars know of no other beginning.
        if (!rule.Occurrences(start).Take(upTo.Count + 1).SequenceEqual(upTo)) return null;
        return upTo.TrueForAll(date => IsPlain(date, zone, first.DurationMinutes)) && IsKnown(zone, start, last) ? new(rule, start, series.Zone, first.DurationMinutes, sessions) : null;
    }

    /// <summary>Dates of the rule on which this person has nothing.</summary>
    public IReadOnlyList<LocalDateTime> Except()
    {
        var held = Sessions.Select(s => Local(s)!.Value).ToHashSet();
        return [.. Rule.Occurrences(Start).Where(date => !held.Contains(date))];
    }

    private static List<LocalDateTime> DatesOf(RecurrenceRule rule, LocalDateTime anchor, LocalDateTime start, LocalDateTime last) =>
        [.. rule.Occurrences(LocalDateTime.Min(anchor, start), last.Date).SkipWhile(date => date < start).TakeWhile(date => date <= last).Take(MostDates)];

    /// <summary>Where the series' entry would say something wrong of a session, that session has one of its own.</summary>
    private static bool IsLike(Session session, Session first, Series series) =>
        session.When is { Precision: Precision.Exact } when && when.Zone == series.Zone && session.DurationMinutes == first.DurationMinutes
        && (session.Place.IsOnline, session.Place.Address) == (series.Venue.IsOnline, series.Venue.Address);

    private static LocalDateTime? Local(Session session) => session.When is { Date: { } date, LocalStart: { } hour } ? date + hour : null;

    /// <summary>No clock change comes near it: not every client finds the same instant for an hour that is skipped or doubled.</summary>
    private static bool IsPlain(LocalDateTime date, DateTimeZone zone, int minutes) =>
        zone.MapLocal(date) is { Count: 1 } start && zone.MapLocal(date.PlusMinutes(minutes)) is { Count: 1 } end
        && end.Single().ToInstant() - start.Single().ToInstant() == Duration.FromMinutes(minutes);

    private static bool IsKnown(DateTimeZone zone, LocalDateTime start, LocalDateTime last) => zone == DateTimeZone.Utc || VTimeZone.For(zone, start.Year, last.PlusDays(1).Year) is not null;
}
