using System.Globalization;
using Microsoft.Extensions.Localization;
using NodaTime;
using Sessions.Scheduling;
using Sessions.Views;
using Sessions.Web.Public;

namespace Sessions.Web.Host.Agenda;

/// <summary>What the calendar says beside titles.</summary>
public static class CalendarWords
{
    public static string Month(YearMonth month) => Times.Month(month.OnDayOfMonth(1));

    /// <summary>Seen from another month: the year only where it is another.</summary>
    public static string Near(YearMonth month, YearMonth from) =>
        month.Year == from.Year ? month.OnDayOfMonth(1).ToString("MMMM", CultureInfo.CurrentCulture) : Month(month);

    public static string Hour(LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string State(HostedState state, IStringLocalizer<Words> l) => state switch
    {
        HostedState.Draft => l["Draft"],
        HostedState.Cancelled => l["Cancelled"],
        _ => l["Published"],
    };

    /// <summary>"Times are in Europe/London, Greenwich Mean Time (UTC+00:00); from Sunday 28 March British Summer Time (UTC+01:00)".</summary>
    public static string Zone(string zone, YearMonth month, IStringLocalizer<Words> l)
    {
        var rules = SessionClock.Zone(zone);
        var first = rules.AtStartOfDay(month.OnDayOfMonth(1)).ToInstant();
        var last = rules.AtStartOfDay(month.PlusMonths(1).OnDayOfMonth(1)).ToInstant() - Duration.Epsilon;
        var named = l["Times are in {0}", ZoneNames.Full(zone, first)];
        if (rules.GetUtcOffset(first) == rules.GetUtcOffset(last)) return named;
        var day = rules.GetZoneInterval(first).End.InZone(rules).Date;
        var after = ZoneNames.At(zone, last) is { } name ? $"{name} ({ZoneNames.Offset(zone, last)})" : ZoneNames.Offset(zone, last);
        return l["{0}; from {1} on {2}", named, Times.ShortDay(day), after];
    }

    /// <summary>"12:00", "12:00 to 13:00" or nothing for a whole day.</summary>
    public static string? Hours(CalendarEntry entry, bool isLong, IStringLocalizer<Words> l) => entry switch
    {
        { Starts: { } from, Ends: { } to } when isLong => l["{0} to {1}", Hour(from), Hour(to)],
        { Starts: { } from } => Hour(from),
        { Ends: { } to } => l["until {0}", Hour(to)],
        _ => isLong ? l["All day"].Value : null,
    };

    /// <summary>What else is worth a word: its kind, which of its days it is, and its own clock.</summary>
    public static string Rest(CalendarEntry entry, bool isLong, IStringLocalizer<Words> l) => string.Join(", ", new[]
    {
        isLong ? entry.Session.SeriesName : null,
        DeskNames.Kind(entry.Session.Kind, l),
        entry.Days > 1 ? l["day {0} of {1}", entry.Day, entry.Days].Value : null,
        entry is { Own: { } own, Starts: not null } ? OwnClock(own, entry, l) : null,
    }.OfType<string>());

    /// <summary>"Thu 09:00 in New York".</summary>
    private static string OwnClock(LocalDateTime own, CalendarEntry entry, IStringLocalizer<Words> l) =>
        l["{0} in {1}", own.ToString("ddd HH:mm", CultureInfo.InvariantCulture), ZoneNames.Place(entry.Session.When.Zone)];
}
