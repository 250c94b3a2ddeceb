using System.Globalization;
using NodaTime;

namespace Sessions.Scheduling;

/// <summary>
/// The sentence a rule means: "every second Tuesday, 19:00 Warsaw time".
/// Every piece is an English composite format that <c>words</c> may turn into another language; without it the sentence is English.
/// </summary>
public sealed class RulePhrase(Func<string, string>? words = null)
{
    /// <summary>The rule with its local start and the zone it is meant in; null while the rule is not complete.</summary>
    public string? Say(PlainRule rule, LocalTime start, DateTimeZone zone)
    {
        if (!rule.IsComplete) return null;
        if (rule is PlainRule.None) return Put("on dates given one by one, {0:HH:mm} {1}", start, Place(zone));
        return Put("{0}, {1:HH:mm} {2}", Say(rule), start, Place(zone));
    }

    private string Say(PlainRule rule) => rule switch
    {
        PlainRule.Weekly(1, var on) => Put("every {0}", List(on)),
        PlainRule.Weekly(var every and <= 4, var on) when int.PopCount((int)on) == 1 => Put("every {0} {1}", Ordinal(every), List(on)),
        PlainRule.Weekly(var every, var on) => Put("every {0} weeks on {1}", every, List(on)),
        PlainRule.MonthlyOnWeekday(var nth, var day, var every) => Put("on the {0} {1} of {2}", Ordinal(nth), Put(day.ToString()), Months(every)),
        PlainRule.MonthlyOnDay(-1, var every) => Put("on the last day of {0}", Months(every)),
        PlainRule.MonthlyOnDay(var day and > 28, var every) => Put("on day {0} of {1} that has one", day, Months(every)),
        PlainRule.MonthlyOnDay(var day, var every) => Put("on day {0} of {1}", day, Months(every)),
        // A leap year, so that 29 February can be named.
        PlainRule.Yearly(var month, var day) => Put("every year on {0:d MMMM}", new LocalDate(2000, month, day)),
        _ => throw new InvalidOperationException($"No sentence for {rule}."),
    };

    private string Months(int every) => every switch
    {
        1 => Put("every month"),
        <= 4 => Put("every {0} month", Ordinal(every)),
        _ => Put("every {0}th month", every),
    };

    private string Ordinal(int number) => Put(number switch { 1 => "first", 2 => "second", 3 => "third", 4 => "fourth", _ => "last" });

    private string List(Weekdays days)
    {
        var names = PlainRule.Days(days).Select(d => Put(d.ToString())).ToList();
        return names.Count == 1 ? names[0] : Put("{0} and {1}", string.Join(", ", names.SkipLast(1)), names[^1]);
    }

    private string Place(DateTimeZone zone)
    {
        if (zone.Id is "UTC" || zone.Id.StartsWith("Etc/", StringComparison.Ordinal)) return zone.Id[(zone.Id.LastIndexOf('/') + 1)..];
        return Put("{0} time", zone.Id[(zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' '));
    }

    private string Put(string format, params object[] values) => string.Format(CultureInfo.CurrentCulture, words is null ? format : words(format), values);
}
