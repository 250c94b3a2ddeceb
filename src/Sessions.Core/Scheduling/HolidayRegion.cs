using NodaTime;

namespace Sessions.Scheduling;

/// <summary>A holiday of a region.</summary>
/// <param name="From">First year it is of; null is always.</param>
/// <param name="To">Last year it is of.</param>
internal sealed record Holiday(string Name, HolidayRule Rule, int? From = null, int? To = null)
{
    public LocalDate? On(int year) => year < From || year > To ? null : Rule.Day(year);
}

/// <summary>A country or a part of it, with the holidays of both.</summary>
/// <param name="Code">ISO 3166.</param>
public sealed record HolidayRegion(string Code, string Name)
{
    internal IReadOnlyList<Holiday> Holidays { get; init; } = [];

    /// <summary>Each free day that a year of its rules gives, also where that is a day of the year before.</summary>
    internal Dictionary<LocalDate, string> Days(int year)
    {
        var days = new Dictionary<LocalDate, string>();
        var all = Holidays.Select(h => (Holiday: h, Day: h.On(year))).Where(h => h.Day is not null).Select(h => (h.Holiday, Day: h.Day!.Value)).ToList();
        foreach (var (holiday, day) in all) days[day] = days.TryGetValue(day, out var other) ? $"{other}, {holiday.Name}" : holiday.Name;
        foreach (var (holiday, day) in all.Where(h => IsWeekend(h.Day)))
        {
            if (holiday.Rule.Move == HolidayMove.Observed) days.TryAdd(day.PlusDays(day.DayOfWeek == IsoDayOfWeek.Saturday ? -1 : 1), $"{holiday.Name} (observed)");
            if (holiday.Rule.Move == HolidayMove.Substitute) days[NextFree(day, days)] = $"{holiday.Name} (substitute day)";
        }
        return days;
    }

    private static LocalDate NextFree(LocalDate day, Dictionary<LocalDate, string> taken)
    {
        while (IsWeekend(day) || taken.ContainsKey(day)) day = day.PlusDays(1);
        return day;
    }

    private static bool IsWeekend(LocalDate day) => day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;
}
