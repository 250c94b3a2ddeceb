using System.Globalization;
using NodaTime;

namespace Sessions.Scheduling;

/// <summary>Finds the plain controls behind an RRULE.</summary>
public static class PlainRuleReader
{
    private static readonly string[] Codes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    /// <summary>Null if the rule says more than the plain controls can (COUNT, UNTIL, daily, several nth weekdays, …) or is not a rule; it must then be kept as it is.</summary>
    public static PlainRule? Read(string? ruleText)
    {
        if (string.IsNullOrWhiteSpace(ruleText)) return new PlainRule.None();
        var text = ruleText.Trim().ToUpperInvariant();
        if (text.StartsWith("RRULE:", StringComparison.Ordinal)) text = text[6..];
        var parts = new Dictionary<string, string>();
        foreach (var part in text.Split(';'))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            if (at < 0 || !parts.TryAdd(part[..at], part[(at + 1)..])) return null;
        }
        // Weeks start on Monday here; another start moves every second week.
        if (parts.Remove("WKST", out var start) && start != "MO") return null;
        var every = parts.Remove("INTERVAL", out var interval) ? Number(interval) : 1;
        parts.Remove("FREQ", out var frequency);
        var except = Months.None;
        if (frequency is "WEEKLY" or "MONTHLY" && parts.Remove("BYMONTH", out var months))
        {
            if (Except(months) is not { } others) return null;
            except = others;
        }
        PlainRule? rule = (frequency, string.Join(',', parts.Keys.Order(StringComparer.Ordinal))) switch
        {
            ("WEEKLY", "BYDAY") => Weekly(every, parts["BYDAY"]),
            ("MONTHLY", "BYDAY") => Nth(parts["BYDAY"], null, every),
            ("MONTHLY", "BYDAY,BYSETPOS") => Nth(parts["BYDAY"], Number(parts["BYSETPOS"]), every),
            ("MONTHLY", "BYMONTHDAY") => new PlainRule.MonthlyOnDay(Number(parts["BYMONTHDAY"]), every),
            ("YEARLY", "BYMONTH,BYMONTHDAY") when every == 1 => new PlainRule.Yearly(Number(parts["BYMONTH"]), Number(parts["BYMONTHDAY"])),
            _ => null,
        };
        rule = rule is null ? null : rule with { Except = except };
        return rule is { IsComplete: true } ? rule : null;
    }

    /// <summary>Null for what are no months.</summary>
    private static Months? Except(string months)
    {
        var except = Months.All;
        foreach (var text in months.Split(','))
        {
            if (Number(text) is not (>= 1 and <= 12 and var month)) return null;
            except &= ~PlainRule.Of(month);
        }
        return except;
    }

    private static PlainRule.Weekly? Weekly(int every, string days)
    {
        var on = Weekdays.None;
        foreach (var code in days.Split(','))
        {
            if (Array.IndexOf(Codes, code) is not (>= 0 and var day)) return null;
            on |= (Weekdays)(1 << day);
        }
        return new(every, on);
    }

    private static PlainRule.MonthlyOnWeekday? Nth(string day, int? position, int every)
    {
        if (day.Length < 2 || Array.IndexOf(Codes, day[^2..]) is not (>= 0 and var index)) return null;
        if (position is null == (day.Length == 2)) return null;
        return new(position ?? Number(day[..^2]), (IsoDayOfWeek)(index + 1), every);
    }

    /// <summary>Zero, which no rule takes, for what is not a number.</summary>
    private static int Number(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
