using NodaTime;

namespace Sessions.Scheduling;

/// <summary>What of a new session differs from its series' plan, and so was set by hand.</summary>
internal sealed class PlannedDates
{
    private readonly Series _series;
    private readonly HashSet<LocalDateTime>? _named;

    /// <param name="days">Of the sessions to be looked at.</param>
    public PlannedDates(Series series, IReadOnlyCollection<LocalDate> days)
    {
        _series = series;
        var plan = RecurrencePlan.Of(SeriesForm.Of(series));
        if (plan.NamesDates && days.Count > 0) _named = [.. plan.Between(days.Min(), days.Max())];
    }

    public SessionFields Differs(Session session)
    {
        var when = session.When;
        var isNamed = when is { Date: { } date, LocalStart: { } start } && (_named?.Contains(date + start) ?? start == _series.LocalStart);
        return (isNamed && when.Zone == _series.Zone ? SessionFields.None : SessionFields.Time)
            | (session.DurationMinutes == _series.DurationMinutes ? SessionFields.None : SessionFields.Duration)
            | (session.Capacity == _series.Capacity ? SessionFields.None : SessionFields.Places);
    }
}
