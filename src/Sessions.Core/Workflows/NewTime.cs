using NodaTime;
using Sessions.Scheduling;

namespace Sessions.Workflows;

/// <summary>What a session is moved to: an hour, or whole days.</summary>
/// <param name="Start">Local time in the session's own zone; of whole days the beginning of the first.</param>
/// <param name="Minutes">Of an hour.</param>
public sealed record NewTime(LocalDateTime Start, int Minutes)
{
    /// <summary>Included; null is an hour.</summary>
    public LocalDate? LastDate { get; private init; }

    public bool IsDays => LastDate is not null;

    /// <param name="last">Included.</param>
    public static NewTime Days(LocalDate first, LocalDate last) => new(first.AtMidnight(), 0) { LastDate = last };

    /// <summary>The same hour, or as many days, from another day on.</summary>
    public NewTime From(LocalDate first) => LastDate is { } last ? Days(first, first.PlusDays(Period.DaysBetween(Start.Date, last))) : this with { Start = first + Start.TimeOfDay };

    public SessionTime On(string zone) => LastDate is { } last ? SessionTime.Days(Start.Date, last, zone) : SessionTime.Exact(Start, zone, Minutes);

    public override string ToString() => LastDate is { } last ? $"{Start.Date:uuuu-MM-dd} to {last:uuuu-MM-dd}, whole days," : $"{Start:uuuu-MM-dd HH:mm}";

    internal ChangeRefusal? Check() => this switch
    {
        { Start.Year: > SessionClock.LastYear } or { LastDate.Year: > SessionClock.LastYear } => ChangeRefusal.TooFar,
        { LastDate: { } last } => Period.DaysBetween(Start.Date, last) is >= 0 and < SessionTime.MostDays ? null : ChangeRefusal.DaysOutOfRange,
        { Minutes: < 5 or > SeriesRules.MostMinutes } => ChangeRefusal.DurationOutOfRange,
        _ => null,
    };
}
