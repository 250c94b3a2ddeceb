using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Sessions.Scheduling;

namespace Sessions.Web.Host.Planning;

public enum RuleKind { None, Weekly, MonthlyOnWeekday, MonthlyOnDay, MonthlyOnLastDay, Yearly, Kept }

/// <summary>The plain controls of a rule, as filled in.</summary>
public sealed class RuleFields
{
    public RuleKind Kind { get; set; }

    public string? Every { get; set; } = "1";

    public Weekdays On { get; set; } = Weekdays.Wednesday;

    public int Nth { get; set; } = 1;

    public IsoDayOfWeek Weekday { get; set; } = IsoDayOfWeek.Wednesday;

    public string? MonthDay { get; set; } = "1";

    public int Month { get; set; } = 1;

    public Months Except { get; set; }

    /// <summary>yyyy-MM-dd, as a date control gives it.</summary>
    public string? From { get; set; }

    /// <summary>Days as yyyy-MM-dd, with blanks or commas between them.</summary>
    public string? Extra { get; set; }

    /// <inheritdoc cref="Extra" />
    public string? Skipped { get; set; }

    public DateList ExtraDates => DateList.Parse(Extra) ?? DateList.None;

    public DateList SkippedDates => DateList.Parse(Skipped) ?? DateList.None;

    /// <summary>A rule that says more than the controls can.</summary>
    public string? Kept { get; init; }

    public LocalDate? FromDate => LocalDatePattern.Iso.Parse(From ?? "") is { Success: true, Value: var date } ? date : null;

    public bool FromIsWrong => !string.IsNullOrWhiteSpace(From) && FromDate is null;

    public static RuleFields Of(RecurrencePlan plan)
    {
        var plain = PlainRuleReader.Read(plan.Rule);
        var fields = plain switch
        {
            PlainRule.Weekly weekly => new RuleFields { Kind = RuleKind.Weekly, Every = Text(weekly.Every), On = weekly.On },
            PlainRule.MonthlyOnWeekday monthly => new() { Kind = RuleKind.MonthlyOnWeekday, Every = Text(monthly.Every), Nth = monthly.Nth, Weekday = monthly.Day },
            PlainRule.MonthlyOnDay { Day: > 0 } monthly => new() { Kind = RuleKind.MonthlyOnDay, Every = Text(monthly.Every), MonthDay = Text(monthly.Day) },
            PlainRule.MonthlyOnDay monthly => new() { Kind = RuleKind.MonthlyOnLastDay, Every = Text(monthly.Every) },
            PlainRule.Yearly yearly => new() { Kind = RuleKind.Yearly, Month = yearly.Month, MonthDay = Text(yearly.Day) },
            PlainRule.None => new(),
            _ => new() { Kind = RuleKind.Kept, Kept = plan.Rule },
        };
        fields.Except = plain?.Except ?? Months.None;
        fields.From = plan.From is { } date ? LocalDatePattern.Iso.Format(date) : null;
        (fields.Extra, fields.Skipped) = (plan.Extra.ToString(), plan.Skipped.ToString());
        return fields;
    }

    /// <summary>Null where the controls don't hold the rule; it may also be incomplete.</summary>
    public PlainRule? Plain => MayLeaveOutMonths ? Whole! with { Except = Except } : Whole;

    public bool MayLeaveOutMonths => Kind is RuleKind.Weekly or RuleKind.MonthlyOnWeekday or RuleKind.MonthlyOnDay or RuleKind.MonthlyOnLastDay;

    /// <summary>All year round.</summary>
    private PlainRule? Whole => Kind switch
    {
        RuleKind.None => new PlainRule.None(),
        RuleKind.Weekly => new PlainRule.Weekly(Number(Every), On),
        RuleKind.MonthlyOnWeekday => new PlainRule.MonthlyOnWeekday(Nth, Weekday, Number(Every)),
        RuleKind.MonthlyOnDay => new PlainRule.MonthlyOnDay(Math.Max(0, Number(MonthDay)), Number(Every)),
        RuleKind.MonthlyOnLastDay => new PlainRule.MonthlyOnDay(-1, Number(Every)),
        RuleKind.Yearly => new PlainRule.Yearly(Month, Number(MonthDay)),
        _ => null,
    };

    public bool IsComplete => Kind == RuleKind.Kept || Plain is { IsComplete: true };

    /// <summary>RRULE, or null for plain dates and while it is incomplete.</summary>
    public string? RuleText => Kind == RuleKind.Kept ? Kept : Plain is { IsComplete: true } and not PlainRule.None ? Plain.ToRuleText() : null;

    public void Tick(Weekdays day, bool on) => On = on ? On | day : On & ~day;

    public void LeaveOut(Months month, bool on) => Except = on ? Except | month : Except & ~month;

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
