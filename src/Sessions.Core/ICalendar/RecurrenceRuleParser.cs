using NodaTime;
using NodaTime.Text;

namespace Sessions.ICalendar;

/// <summary>
/// Reads RRULE in these shapes, each with INTERVAL and one of COUNT and UNTIL: DAILY; WEEKLY, with weekdays;
/// MONTHLY, by one nth weekday (1 to 4, -1) or one day of month; YEARLY, likewise in one month.
/// Whatever else is refused by name, never read as something near it.
/// </summary>
public static class RecurrenceRuleParser
{
    private const int MaxLength = 500, MaxCount = 10_000;

    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");
    private static readonly LocalDatePattern Date = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    /// <param name="zone">For an UNTIL in UTC. A DATE as UNTIL includes that whole day.</param>
    public static ParsedRule Parse(string text, DateTimeZone zone)
    {
        if (text.Length > MaxLength)
            return new ParsedRule.Refused(RuleRefusal.Malformed, text[..MaxLength]);
        var rule = new RecurrenceRule { Frequency = default };
        var seen = new HashSet<string>();
        foreach (var part in text.ToUpperInvariant().Split(';'))
        {
            if (part.Split('=') is not [var name, { Length: > 0 } value] || !seen.Add(name))
                return new ParsedRule.Refused(RuleRefusal.Malformed, part);
            if (Read(rule, name, value, zone, out rule) is { } refusal)
                return new ParsedRule.Refused(refusal, part);
        }

        return RefusalOfWhole(rule, seen) is { } whole ? new ParsedRule.Refused(whole, text) : new ParsedRule.Accepted(rule);
    }

    private static RuleRefusal? Read(RecurrenceRule rule, string name, string value, DateTimeZone zone, out RecurrenceRule read)
    {
        read = rule;
        switch (name)
        {
            case "FREQ":
                return Frequencies(value, frequency => rule with { Frequency = frequency }, ref read);
            case "INTERVAL":
                return Number(value, RecurrenceRule.MaxInterval, number => rule with { Interval = number }, ref read);
            case "COUNT":
                return Number(value, MaxCount, number => rule with { Count = number }, ref read);
            case "BYMONTH":
                return ByNumber(value, 12, number => rule with { Month = number }, ref read);
            case "BYMONTHDAY":
                return ByNumber(value, 31, number => rule with { MonthDay = number }, ref read);
            case "BYDAY":
                return Days(value, days => rule with { ByDay = days }, ref read);
            case "UNTIL":
                return Until(value, zone, until => rule with { Until = until }, ref read);
            case "WKST":
                return value == "MO" ? null : RuleRefusal.Unsupported;
            case "BYSECOND" or "BYMINUTE" or "BYHOUR" or "BYYEARDAY" or "BYWEEKNO" or "BYSETPOS":
                return RuleRefusal.Unsupported;
            default:
                return RuleRefusal.Malformed;
        }
    }

    private static RuleRefusal? Frequencies(string value, Func<Frequency, RecurrenceRule> with, ref RecurrenceRule read)
    {
        if (value is "SECONDLY" or "MINUTELY" or "HOURLY")
            return RuleRefusal.Unsupported;
        if (!value.All(char.IsAsciiLetter) || !Enum.TryParse<Frequency>(value, ignoreCase: true, out var frequency))
            return RuleRefusal.Malformed;
        read = with(frequency);
        return null;
    }

    // Lists and counting from the end are good RRULE, only not ours.
    private static RuleRefusal? ByNumber(string value, int to, Func<int, RecurrenceRule> with, ref RecurrenceRule read) =>
        value.Any(c => c is ',' or '-') && value.Split(',').All(one => one.TrimStart('-') is { Length: > 0 } digits && digits.All(char.IsAsciiDigit))
            ? RuleRefusal.Unsupported
            : Number(value, to, with, ref read);

    private static RuleRefusal? Number(string value, int to, Func<int, RecurrenceRule> with, ref RecurrenceRule read)
    {
        if (!value.All(char.IsAsciiDigit))
            return RuleRefusal.Malformed;
        if (!int.TryParse(value, out var number) || number < 1 || number > to)
            return RuleRefusal.OutOfRange;
        read = with(number);
        return null;
    }

    private static RuleRefusal? Days(string value, Func<IReadOnlyList<WeekdayNum>, RecurrenceRule> with, ref RecurrenceRule read)
    {
        var days = new List<WeekdayNum>();
        foreach (var text in value.Split(','))
        {
            if (!WeekdayNum.TryParse(text, out var day))
                return RuleRefusal.Malformed;
            days.Add(day);
        }

        read = with(days);
        return null;
    }

    private static RuleRefusal? Until(string value, DateTimeZone zone, Func<LocalDateTime, RecurrenceRule> with, ref RecurrenceRule read)
    {
        if (Date.Parse(value) is { Success: true, Value: var date })
            read = with(date.At(new LocalTime(23, 59, 59)));
        else if (Local.Parse(value.TrimEnd('Z')) is { Success: true, Value: var time } && value.Length <= 16)
            read = with(value.EndsWith('Z') ? time.InUtc().WithZone(zone).LocalDateTime : time);
        else
            return RuleRefusal.Malformed;
        return null;
    }

    private static RuleRefusal? RefusalOfWhole(RecurrenceRule rule, HashSet<string> seen)
    {
        if (!seen.Contains("FREQ"))
            return RuleRefusal.Malformed;
        if (rule is { Count: not null, Until: not null })
            return RuleRefusal.CountAndUntil;
        var plain = rule is { ByDay: [], MonthDay: null, Month: null };
        var oneDay = rule is { ByDay: [], MonthDay: not null } or { ByDay: [{ Ordinal: -1 or (>= 1 and <= 4) }], MonthDay: null };
        var supported = rule.Frequency switch
        {
            Frequency.Daily => plain,
            Frequency.Weekly => rule is { MonthDay: null, Month: null } && rule.ByDay.All(day => day.Ordinal == 0),
            Frequency.Monthly => plain || (oneDay && rule.Month is null),
            _ => plain || (oneDay && rule.Month is not null),
        };
        return supported ? null : RuleRefusal.Unsupported;
    }
}
