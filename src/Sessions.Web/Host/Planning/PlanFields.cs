using System.Globalization;
using Sessions.Scheduling;
using Sessions.Views;

namespace Sessions.Web.Host.Planning;

/// <summary>What holds for all lines of the planning screen, as filled in.</summary>
public sealed class PlanFields
{
    public string? Start { get; set; }

    public string? Minutes { get; set; }

    public string? Places { get; set; }

    public string? Zone { get; set; }

    public string? FirstNumber { get; set; }

    public SessionKind Kind { get; set; }

    public bool Publish { get; set; } = true;

    public static PlanFields Of(PlanStart start) => new()
    {
        Start = PlanNumbers.Text(start.Plan.Start),
        Minutes = start.DurationMinutes.ToString(CultureInfo.InvariantCulture),
        Places = start.Capacity?.ToString(CultureInfo.InvariantCulture),
        Zone = start.Plan.Zone,
        FirstNumber = start.NextNumber?.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>What has to be put right before anything is saved.</summary>
    public IReadOnlyList<FieldProblem> Problems()
    {
        var problems = new List<FieldProblem>();
        if (!string.IsNullOrWhiteSpace(Start) && PlanNumbers.Time(Start) is null) problems.Add(new("start", "Write the start as hours and minutes, like 19:00"));
        if (PlanNumbers.Whole(Minutes) is not (>= 5 and <= 1440)) problems.Add(SeriesWords.Of(SeriesRefusal.DurationOutOfRange));
        if (!string.IsNullOrWhiteSpace(Places) && PlanNumbers.Whole(Places) is not (>= 1 and <= 100_000)) problems.Add(SeriesWords.Of(SeriesRefusal.CapacityOutOfRange));
        if (!SessionClock.Knows(Zone)) problems.Add(SeriesWords.Of(SeriesRefusal.ZoneUnknown));
        if (!string.IsNullOrWhiteSpace(FirstNumber) && PlanNumbers.Whole(FirstNumber) is not (>= 1 and <= 100_000))
            problems.Add(new("first-number", "Write the first number as a number from 1, or leave it empty for no numbers"));
        return problems;
    }
}
