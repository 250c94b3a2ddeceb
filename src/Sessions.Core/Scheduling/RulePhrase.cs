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
        var sentence = Put("{0}, {1:HH:mm} {2}", Say(rule), start, Place(zone));
        return PlainRule.Numbers(rule.Except).Count() switch
        {
            0 => sentence,
            <= 6 => Put("{0}, except {1}", sentence, List(rule.Except)),
            _ => Put("{0}, only in {1}", sentence, List(Months.All & ~rule.Except)),
        };
    }

    /// <summary>What the rule leaves out that a reader may not expect; null where it does nothing of the kind.</summary>
    public string? Surprise(PlainRule rule)
    {
        var inYear = PlainRule.Numbers(Months.All & ~rule.Except);
        switch (rule)
        {
            case { IsComplete: false }:
                return null;
            case PlainRule.MonthlyOnDay { Day: > 28 and var day }:
                var without = inYear.Where(month => CalendarSystem.Iso.GetDaysInMonth(2000, month) < day).Aggregate(Months.None, (months, month) => months | PlainRule.Of(month));
                return without != Months.None ? Put("Months without that day are left out: {0}.", List(without))
                    : inYear.Contains(2) ? Put("February is left out, but for leap years.") : null;
            case PlainRule.MonthlyOnWeekday { Nth: 5, Day: var day, Every: 1, Except: Months.None }:
                return Put("Only months with a fifth {0} have one: four or five in a year.", Put(day.ToString()));
            case PlainRule.MonthlyOnWeekday { Nth: 5, Day: var day }:
                return Put("Only months with a fifth {0} have one.", Put(day.ToString()));
            case PlainRule.Yearly { Month: 2, Day: 29 }:
                return Put("In leap years only: the years between have no 29 February.");
            default:
                return null;
        }
    }

    private string Say(PlainRule rule) => rule switch
    {
        PlainRule.Weekly(1, var on) => Put("every {0}", List(on)),
        PlainRule.Weekly(var every and <= 4, var on) when int.PopCount((int)on) == 1 => Put("every {0} {1}", Ordinal(every), List(on)),
        PlainRule.Weekly(var every, var on) => Put("every {0} weeks on {1}", every, List(on)),
        PlainRule.MonthlyOnWeekday(var nth, var day, var every) => Put("on the {0} {1} of {2}", Ordinal(nth), Put(day.ToString()), EveryMonths(every)),
        PlainRule.MonthlyOnDay(-1, var every) => Put("on the last day of {0}", EveryMonths(every)),
        PlainRule.MonthlyOnDay(var day and > 28, var every) => Put("on day {0} of {1} that has one", day, EveryMonths(every)),
        PlainRule.MonthlyOnDay(var day, var every) => Put("on day {0} of {1}", day, EveryMonths(every)),
        // A leap year, so that 29 February can be named.
        PlainRule.Yearly(var month, var day) => Put("every year on {0:d MMMM}", new LocalDate(2000, month, day)),
        _ => throw new InvalidOperationException($"No sentence for {rule}."),
    };

    private string EveryMonths(int every) => every switch
    {
        1 => Put("every month"),
        <= 4 => Put("every {0} month", Ordinal(every)),
        _ => Put("every {0}th month", every),
    };

    private string Ordinal(int number) => Put(number switch { 1 => "first", 2 => "second", 3 => "third", 4 => "fourth", 5 => "fifth", _ => "last" });

    private string List(Weekdays days) => List([.. PlainRule.Days(days).Select(d => Put(d.ToString()))]);

    private string List(Months months) => List([.. PlainRule.Numbers(months).Select(CultureInfo.CurrentCulture.DateTimeFormat.GetMonthName)]);

    private string List(IReadOnlyList<string> names) => names.Count == 1 ? names[0] : Put("{0} and {1}", string.Join(", ", names.SkipLast(1)), names[^1]);

    private string Place(DateTimeZone zone)
    {
        if (zone.Id is "UTC" || zone.Id.StartsWith("Etc/", StringComparison.Ordinal)) return zone.Id[(zone.Id.LastIndexOf('/') + 1)..];
        return Put("{0} time", zone.Id[(zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' '));
    }

    private string Put(string format, params object[] values) => string.Format(CultureInfo.CurrentCulture, words is null ? format : words(format), values);
}
