using NodaTime;
using Sessions.ICalendar;

namespace Sessions.Invitations;

/// <summary>
/// Which rules every mail client takes in an invitation as they are meant. Outlook knows the shapes of its own dialog alone: of others it
/// makes "not supported calendar message.ics", and a fifth Tuesday or a 31st becomes the last one of the month.
/// </summary>
internal static class PortableRule
{
    /// <summary>The last day that every month has.</summary>
    private const int LastCommonDay = 28;

    /// <param name="start">The first occurrence, which gives what the rule leaves open.</param>
    public static bool Is(RecurrenceRule rule, LocalDateTime start) =>
        rule is { ByWeekNo: [], ByYearDay: [], BySetPos: [], WeekStart: IsoDayOfWeek.Monday } && rule.Frequency switch
        {
            Frequency.Daily => rule is { ByMonth: [], ByMonthDay: [], ByDay: [] },
            Frequency.Weekly => rule is { ByMonth: [], ByMonthDay: [] } && rule.ByDay.All(day => day.Ordinal == 0),
            Frequency.Monthly => rule.ByMonth is [] && IsOneDay(rule, start, LastCommonDay),
            Frequency.Yearly => Month(rule, start) is { } month && IsOneDay(rule, start, CalendarSystem.Iso.GetDaysInMonth(2001, month)),
            _ => false,
        };

    private static bool IsOneDay(RecurrenceRule rule, LocalDateTime start, int last) => (rule.ByDay, rule.ByMonthDay) switch
    {
        ([{ Ordinal: -1 or >= 1 and <= 4 }], []) => true,
        ([], [var day]) => day >= 1 && day <= last,
        ([], []) => start.Day <= last,
        _ => false,
    };

    /// <summary>Null is none, or several.</summary>
    private static int? Month(RecurrenceRule rule, LocalDateTime start) => rule.ByMonth switch
    {
        [var month] => month,
        [] when rule.ByDay is [] && rule.ByMonthDay is [] => start.Month,
        _ => null,
    };
}
