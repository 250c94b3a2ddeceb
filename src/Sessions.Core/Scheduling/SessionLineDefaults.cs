using NodaTime;

namespace Sessions.Scheduling;

/// <summary>What a numeric date such as 03/04 means. <see cref="Ask"/> leaves it open: the line then names both readings.</summary>
public enum NumericDateOrder { Ask, DayFirst, MonthFirst }

/// <summary>An hour that is already planned, in local time of the zone the lines are read in.</summary>
/// <param name="What">Who has it, as it stands in a sentence ("a draft of Radically Open Recovery"); null for the series being planned.</param>
public sealed record TakenHour(LocalDateTime Start, int Minutes, string? What)
{
    /// <summary>On its programme.</summary>
    public IReadOnlyList<LineSpeaker> Speakers { get; init; } = [];
}

/// <summary>What holds for all lines that do not say otherwise.</summary>
/// <param name="Today">Today in <paramref name="Zone"/>; dates without a year mean the next such date after it.</param>
/// <param name="Start">Start of lines without a time; null makes such lines say that a time is missing.</param>
/// <param name="Minutes">Length of lines without an end, in minutes.</param>
public sealed record SessionLineDefaults(LocalDate Today, DateTimeZone Zone, LocalTime? Start, int Minutes)
{
    public NumericDateOrder DateOrder { get; init; }

    public IReadOnlyList<TakenHour> Taken { get; init; } = [];

    /// <summary>What a public holiday is called; null for a working day.</summary>
    public Func<LocalDate, string?> HolidayOn { get; init; } = _ => null;
}
