using System.Globalization;
using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Text;
using Sessions.Scheduling;

namespace Sessions.Web.Public;

/// <summary>Days and hours as pages write them: weekdays are computed, and a vague time says how vague it is.</summary>
public static class Times
{
    private static readonly WrittenDay LongDay = new("dddd d MMMM uuuu");
    private static readonly WrittenDay DayOfYear = new("dddd d MMMM");
    private static readonly WrittenDay MonthOfYear = new("MMMM uuuu");
    private static readonly WrittenDay ShortWeekday = new("ddd");
    private static readonly WrittenDay ShortMonth = new("MMM");
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly InstantPattern Minute = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm'Z'");

    /// <summary>"Wednesday 1 November 2023".</summary>
    public static string Day(LocalDate day) => LongDay.Of(day);

    public static string ShortDay(LocalDate day) => DayOfYear.Of(day);

    public static string Month(LocalDate day) => MonthOfYear.Of(day);

    /// <summary>"Wed".</summary>
    public static string WeekdayName(LocalDate day) => ShortWeekday.Of(day);

    /// <summary>"Nov".</summary>
    public static string MonthName(LocalDate day) => ShortMonth.Of(day);

    public static string Hour(Instant at, string zone) => Clock.Format(at.InZone(SessionClock.Zone(zone)).TimeOfDay);

    public static LocalDate DayOf(Instant at, string zone) => at.InZone(SessionClock.Zone(zone)).Date;

    /// <summary>UTC, for the datetime attribute.</summary>
    public static string Utc(Instant at) => Minute.Format(at);

    public static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);

    /// <summary>"Monday 7 to Wednesday 9 March 2022", as short as stays clear.</summary>
    public static string Days(LocalDate first, LocalDate last, IStringLocalizer<Words> l)
    {
        if (first == last) return Day(first);
        var culture = CultureInfo.CurrentCulture;
        var from = first.Year != last.Year ? Day(first) : first.ToString(first.Month != last.Month ? "dddd d MMMM" : "dddd d", culture);
        return l["{0} to {1}", from, Day(last)];
    }

    /// <summary>One line for lists, whatever the precision: with hours, zone and offset where there are hours.</summary>
    public static string Line(SessionTime when, bool isOver, IStringLocalizer<Words> l) => when switch
    {
        { Precision: Precision.Exact, Start: { } start, End: { } end } =>
            l["{0}, {1} to {2}, {3}", Day(when.Date!.Value), Hour(start, when.Zone), Until(start, end, when.Zone), ZoneNames.Full(when.Zone, start)],
        { Precision: Precision.Exact or Precision.Days } => Days(when.Date!.Value, when.LastDate!.Value, l),
        { Precision: Precision.Month } => isOver ? l["{0}, day not known", Month(when.Date!.Value)] : l["{0}, day to be announced", Month(when.Date!.Value)],
        { Precision: Precision.NotAfter } => l["On or before {0}", Day(when.Date!.Value)],
        _ => isOver ? l["Date not on record"] : l["Date to be announced"],
    };

    /// <summary>The end's hour, with its day when the session goes over midnight.</summary>
    public static string Until(Instant start, Instant end, string zone) =>
        DayOf(start, zone) == DayOf(end, zone) ? Hour(end, zone) : $"{Hour(end, zone)}, {Day(DayOf(end, zone))}";
}
