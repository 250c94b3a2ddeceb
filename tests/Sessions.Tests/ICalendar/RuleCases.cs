using NodaTime;
using Sessions.ICalendar;

namespace Sessions.Tests.ICalendar;

/// <summary>Generated rules of every shape we keep, each from a start that fits it.</summary>
internal static class RuleCases
{
    public const int Take = 30;

    public static IEnumerable<RuleCase> All()
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
            5 => new() { Frequency = Frequency.Monthly, MonthDay = random.Next(1, 32) },
            6 => new() { Frequency = Frequency.Yearly, Month = month, ByDay = [nth] },
            _ => new() { Frequency = Frequency.Yearly, Month = month, MonthDay = random.Next(1, 29) },
        };
    }
}

internal sealed record RuleCase(string Rule, LocalDateTime Start)
{
    public IEnumerable<LocalDateTime> Occurrences() =>
        ((ParsedRule.Accepted)RecurrenceRuleParser.Parse(Rule, DateTimeZone.Utc)).Rule.Occurrences(Start).Take(RuleCases.Take);
}
