using NodaTime;
using Sessions.ICalendar;

namespace Sessions.Tests.ICalendar;

/// <summary>Generated rules, each from a start that fits it.</summary>
internal static class RuleCases
{
    public const int Take = 30;

    /// <summary>As the plain controls of a form make them.</summary>
    public static IEnumerable<RuleCase> Plain()
    {
        var random = new Random(3810);
        for (var number = 0; number < 400; number++)
        {
            var rule = Shape(random, number % 8) with { Interval = random.Next(1, 5) };
            var day = new LocalDateTime(2016, 1, 1, random.Next(24), random.Next(60)).PlusDays(random.Next(4000));
            var start = rule.Occurrences(day).First();
            rule = random.Next(3) switch
            {
                0 => rule with { Count = random.Next(1, 40) },
                1 => rule with { Until = rule.Occurrences(start).ElementAt(random.Next(8)) },
                _ => rule,
            };
            yield return new(rule.ToString(), start);
        }
    }

    /// <summary>Every part beside every other that it goes with.</summary>
    public static IEnumerable<RuleCase> Whole()
    {
        var random = new Random(5545);
        for (var number = 0; number < 600;)
        {
            var rule = Parts(random, number % 8) with { Interval = random.Next(1, 4), WeekStart = Some(random, 3, 1, 7) is [var day, ..] ? (IsoDayOfWeek)day : IsoDayOfWeek.Monday };
            var from = new LocalDateTime(2000, 1, 1, random.Next(24), random.Next(60)).PlusDays(random.Next(9000));
            if (RulePartsCheck.Of(rule) is not null || rule.Occurrences(from).TakeWhile(time => time.Year < from.Year + 30).Take(2).Count() < 2) continue;
            number++;
            var start = rule.Occurrences(from).First();
            if (random.Next(3) == 0) rule = rule with { Count = random.Next(1, 40) };
            yield return new(rule.ToString(), start);
        }
    }

    private static RecurrenceRule Parts(Random random, int shape) => shape switch
    {
        0 => new() { Frequency = Frequency.Daily, ByMonth = Some(random, 2, 1, 12), ByMonthDay = Some(random, 2, -31, 31), ByDay = Weekdays(random, 2, 0) },
        1 => new() { Frequency = Frequency.Weekly, ByMonth = Some(random, 3, 1, 12), ByDay = Weekdays(random, 1, 0), BySetPos = Some(random, 3, -3, 3) },
        2 => new() { Frequency = Frequency.Monthly, ByMonth = Some(random, 3, 1, 12), ByMonthDay = Some(random, 1, -31, 31), BySetPos = Some(random, 3, -3, 3) },
        3 => new() { Frequency = Frequency.Monthly, ByMonth = Some(random, 3, 1, 12), ByDay = Weekdays(random, 1, 5), BySetPos = Some(random, 3, -3, 3) },
        4 => new() { Frequency = Frequency.Monthly, ByMonthDay = Some(random, 1, 1, 31), ByDay = Weekdays(random, 1, 0) },
        5 => new() { Frequency = Frequency.Yearly, ByMonth = Some(random, 1, 1, 12), ByMonthDay = Some(random, 1, -31, 31), ByDay = Weekdays(random, 3, 0), BySetPos = Some(random, 4, -3, 3) },
        6 => new() { Frequency = Frequency.Yearly, ByMonth = Some(random, 2, 1, 12), ByDay = Weekdays(random, 1, 5), BySetPos = Some(random, 4, -3, 3) },
        _ => random.Next(2) == 0
            ? new() { Frequency = Frequency.Yearly, ByYearDay = Some(random, 1, -366, 366), BySetPos = Some(random, 4, -2, 2) }
            : new() { Frequency = Frequency.Yearly, ByWeekNo = Some(random, 1, -53, 53), ByDay = Weekdays(random, 1, 0) },
    };

    /// <summary>Up to four numbers without zero, once in so many times; otherwise none.</summary>
    private static List<int> Some(Random random, int oneIn, int from, int to) => random.Next(oneIn) > 0 ? []
        : [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next(from, to + 1)).Where(number => number != 0).DefaultIfEmpty(1).Distinct()];

    /// <param name="most">The greatest ordinal; 0 is none.</param>
    private static List<WeekdayNum> Weekdays(Random random, int oneIn, int most) =>
        [.. Some(random, oneIn, 1, 7).Select(day => new WeekdayNum(most == 0 || random.Next(3) == 0 ? 0 : random.Next(2) == 0 ? random.Next(1, most + 1) : -random.Next(1, most + 1), (IsoDayOfWeek)day))];

    private static RecurrenceRule Shape(Random random, int shape)
    {
        WeekdayNum nth = new(new[] { 1, 2, 3, 4, -1 }[random.Next(5)], (IsoDayOfWeek)random.Next(1, 8));
        WeekdayNum[] weekdays = [.. Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None && random.Next(2) == 0).Select(day => new WeekdayNum(0, day))];
        var month = random.Next(1, 13);
        return shape switch
        {
            0 => new() { Frequency = Frequency.Daily },
            1 => new() { Frequency = Frequency.Weekly },
            2 or 3 => new() { Frequency = Frequency.Weekly, ByDay = weekdays },
            4 => new() { Frequency = Frequency.Monthly, ByDay = [nth] },
            5 => new() { Frequency = Frequency.Monthly, ByMonthDay = [random.Next(1, 32)] },
            6 => new() { Frequency = Frequency.Yearly, ByMonth = [month], ByDay = [nth] },
            _ => new() { Frequency = Frequency.Yearly, ByMonth = [month], ByMonthDay = [random.Next(1, 29)] },
        };
    }
}

internal sealed record RuleCase(string Rule, LocalDateTime Start)
{
    private RecurrenceRule Parsed => ((ParsedRule.Accepted)RecurrenceRuleParser.Parse(Rule, DateTimeZone.Utc)).Rule;

    public bool HasMixedWeekdays => Parsed.ByDay.Select(day => day.Ordinal == 0).Distinct().Count() > 1;

    public IEnumerable<LocalDateTime> Occurrences() => Parsed.Occurrences(Start).Take(RuleCases.Take);
}
