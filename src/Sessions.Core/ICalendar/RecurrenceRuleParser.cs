using NodaTime;
using NodaTime.Text;

namespace Sessions.ICalendar;

/// <summary>
/// Reads RRULE (RFC 5545 3.3.10) of whole days: DAILY, WEEKLY, MONTHLY and YEARLY with every part that goes with them.
/// Hours, minutes and seconds are refused by name, never read as something near them.
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

        if (!seen.Contains("FREQ"))
            return new ParsedRule.Refused(RuleRefusal.Malformed, text);
        return RulePartsCheck.Of(rule) is { } whole ? new ParsedRule.Refused(whole, text) : new ParsedRule.Accepted(rule);
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
                return Numbers(value, 12, fromEnd: false, numbers => rule with { ByMonth = numbers }, ref read);
            case "BYWEEKNO":
                return Numbers(value, 53, fromEnd: true, numbers => rule with { ByWeekNo = numbers }, ref read);
            case "BYYEARDAY":
                return Numbers(value, 366, fromEnd: true, numbers => rule with { ByYearDay = numbers }, ref read);
            case "BYMONTHDAY":
                return Numbers(value, 31, fromEnd: true, numbers => rule with { ByMonthDay = numbers }, ref read);
            case "BYSETPOS":
                return Numbers(value, 366, fromEnd: true, numbers => rule with { BySetPos = numbers }, ref read);
            case "BYDAY":
                return Days(value, days => rule with { ByDay = days }, ref read);
            case "UNTIL":
                return Until(value, zone, until => rule with { Until = until }, ref read);
            case "WKST":
                return WeekStart(value, day => rule with { WeekStart = day }, ref read);
            case "BYSECOND" or "BYMINUTE" or "BYHOUR":
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

    private static RuleRefusal? Number(string value, int to, Func<int, RecurrenceRule> with, ref RecurrenceRule read) =>
        Numbers(value.Contains(',', StringComparison.Ordinal) ? "" : value, to, fromEnd: false, numbers => with(numbers[0]), ref read);

    /// <param name="fromEnd">Whether a minus may stand before a number.</param>
    private static RuleRefusal? Numbers(string value, int to, bool fromEnd, Func<IReadOnlyList<int>, RecurrenceRule> with, ref RecurrenceRule read)
    {
        var numbers = new List<int>();
        foreach (var text in value.Split(','))
        {
            var isFromEnd = fromEnd && text.StartsWith('-');
            var digits = fromEnd && text is ['-' or '+', ..] ? text[1..] : text;
            if (digits.Length == 0 || !digits.All(char.IsAsciiDigit))
                return RuleRefusal.Malformed;
            if (!int.TryParse(digits, out var number) || number < 1 || number > to)
                return RuleRefusal.OutOfRange;
            numbers.Add(isFromEnd ? -number : number);
        }

        read = with(numbers);
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

    private static RuleRefusal? WeekStart(string value, Func<IsoDayOfWeek, RecurrenceRule> with, ref RecurrenceRule read)
    {
        if (!WeekdayNum.TryParse(value, out var day) || day.Ordinal != 0)
            return RuleRefusal.Malformed;
        read = with(day.Day);
        return null;
    }

    private static RuleRefusal? Until(string value, DateTimeZone zone, Func<LocalDateTime, RecurrenceRule> with, ref RecurrenceRule read)
    {
        if (Date.Parse(value) is { Success: true, Value: var date })
            read = with(date.At(new LocalTime(23, 59, 59)));
        else if (Local.Parse(value.TrimEnd('Z')) is { Success: true, Value: var time } && value.Length <= 16)
            read = with(value.EndsWith('Z') && time.Year is > 1 and < 9999 ? time.InUtc().WithZone(zone).LocalDateTime : time);
        else
            return RuleRefusal.Malformed;
        return null;
    }
}
