using System.Collections.Concurrent;
using NodaTime;

namespace Sessions.Scheduling;

/// <summary>The public holidays of the regions that the site's file names.</summary>
public sealed class HolidayCalendar(IReadOnlyList<HolidayRegion> regions)
{
    private readonly ConcurrentDictionary<(string Region, int Year), IReadOnlyDictionary<LocalDate, string>> _years = new();

    public static HolidayCalendar None { get; } = new([]);

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<HolidayRegion> Regions { get; } = regions;

    /// <summary>What the day is called there; null for a working day, and everywhere outside the regions that are known.</summary>
    /// <param name="region">ISO 3166; null is nowhere.</param>
    public string? On(string? region, LocalDate day)
    {
        if (Regions.FirstOrDefault(r => r.Code == region) is not { } known) return null;
        return Year(known, day.Year).GetValueOrDefault(day) ?? Year(known, day.Year + 1).GetValueOrDefault(day);
    }

    private IReadOnlyDictionary<LocalDate, string> Year(HolidayRegion region, int year) => _years.GetOrAdd((region.Code, year), _ => region.Days(year));
}
