using System.Collections.Concurrent;
using System.Text;
using NodaTime;

namespace Sessions.ICalendar;

/// <summary>A VTIMEZONE (RFC 5545 3.6.5) that is right for every instant of the years it was made for.</summary>
public sealed class VTimeZone
{
    // Beyond the years asked for, to tell "the fourth Sunday" from "the last" where both fit.
    private const int YearsAhead = 10;

    private static readonly ConcurrentDictionary<(DateTimeZone Zone, int First, int Last), VTimeZone?> Cache = new();

    private readonly byte[] _id;

    private readonly (int First, int Last) _years;

    private VTimeZone(string id, IReadOnlyList<Observance> observances, int first, int last)
    {
        _id = Encoding.UTF8.GetBytes(id);
        Observances = observances;
        _years = (first, last);
    }

    /// <summary>The TZID.</summary>
    public ReadOnlySpan<byte> Id => _id;

    public IReadOnlyList<Observance> Observances { get; }

    /// <returns>
    /// Null where no yearly rules by weekday describe the zone over these years: a time in it is then written in UTC.
    /// (RDATE would describe it, but there are clients that ignore RDATE here.)
    /// </returns>
    /// <param name="firstYear">The year, in the zone, of the earliest time that refers to it.</param>
    /// <param name="lastYear">The year of the latest.</param>
    public static VTimeZone? For(DateTimeZone zone, int firstYear, int lastYear) =>
        Cache.GetOrAdd((zone, firstYear, lastYear), static key => Make(key.Zone, key.First, key.Last));

    /// <summary>Whether it is right for this time of its zone.</summary>
    public bool Covers(LocalDateTime time) => time.Year >= _years.First && time.Year <= _years.Last;

    public void WriteTo(ContentLineWriter writer)
    {
        writer.Begin("VTIMEZONE"u8);
        writer.Property("TZID"u8, _id);
        foreach (var observance in Observances)
            observance.WriteTo(writer);
        writer.End("VTIMEZONE"u8);
    }

    private static VTimeZone? Make(DateTimeZone zone, int first, int last)
    {
        var known = Transition.Between(zone, first, last + YearsAhead);
        var needed = known.Where(transition => transition.At.Year <= last).ToLookup(transition => transition.Kind);
        if (needed.Count == 0)
            return new(zone.Id, [Observance.Fixed(zone.GetZoneInterval(new LocalDate(first, 1, 1).AtMidnight().ToInstant(zone)))], first, last);
        if (needed.Count != 2 || needed.Any(yearly => yearly.Count() != last - first + 1))
            return null;

        var observances = needed.Select(yearly => Yearly([.. yearly], [.. known.Where(transition => transition.Kind == yearly.Key)], first)).ToList();
        return observances.Contains(null) ? null : new(zone.Id, observances!, first, last);
    }

    private static Observance? Yearly(List<Transition> needed, List<Transition> known, int first)
    {
        var date = needed[0].At.Date;
        var day = WeekdayNum.DescribedBy(date)
            .Where(day => needed.TrueForAll(transition => day.In(transition.At.Year, date.Month) == transition.At.Date))
            .OrderByDescending(day => known.Count(transition => day.In(transition.At.Year, date.Month) == transition.At.Date))
            .Cast<WeekdayNum?>()
            .FirstOrDefault();

        // From the year before, because the first year begins under one of the two.
        return day?.In(first - 1, date.Month) is { } start
            ? Observance.Yearly(start + needed[0].At.TimeOfDay, needed[0].Kind, date.Month, day.Value)
            : null;
    }
}
