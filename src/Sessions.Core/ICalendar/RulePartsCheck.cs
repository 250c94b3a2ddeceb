namespace Sessions.ICalendar;

/// <summary>Which parts of a rule go together (RFC 5545 3.3.10).</summary>
internal static class RulePartsCheck
{
    private const int WeeksInMonth = 5;
    private const int WeeksInYear = 53;

    public static RuleRefusal? Of(RecurrenceRule rule)
    {
        if (rule is { Count: not null, Until: not null })
            return RuleRefusal.CountAndUntil;
        var placed = rule.Frequency switch
        {
            Frequency.Daily => rule is { ByWeekNo: [], ByYearDay: [] },
            Frequency.Weekly => rule is { ByWeekNo: [], ByYearDay: [], ByMonthDay: [] },
            Frequency.Monthly => rule is { ByWeekNo: [], ByYearDay: [] },
            _ => true,
        };
        var mayCount = rule is { Frequency: Frequency.Monthly or Frequency.Yearly, ByWeekNo: [] };
        if (!placed || (!mayCount && rule.ByDay.Any(day => day.Ordinal != 0)))
            return RuleRefusal.Misplaced;
        if (rule is { BySetPos: [_, ..], ByMonth: [], ByWeekNo: [], ByYearDay: [], ByMonthDay: [], ByDay: [] })
            return RuleRefusal.Misplaced;
        var most = rule is { Frequency: Frequency.Yearly, ByMonth: [] } ? WeeksInYear : WeeksInMonth;
        return rule.ByDay.Any(day => Math.Abs(day.Ordinal) > most) ? RuleRefusal.OutOfRange : null;
    }
}
