using NodaTime;
using Sessions.Scheduling;
using Sessions.Views;
using Sessions.Workflows;

namespace Sessions.Web.Host.Planning;

/// <summary>The planning screen as read at one moment: every line, and the plan that its good lines make.</summary>
/// <param name="Zone">The zone the lines were read in.</param>
/// <param name="Numbers">Session number by line; empty where the sessions get none.</param>
public sealed record PlanReading(IReadOnlyList<SessionLine> Lines, Plan Plan, string Zone, IReadOnlyDictionary<int, int> Numbers)
{
    public int Fitting => Lines.Count(l => !l.NeedsALook);

    public int ToLookAt => Lines.Count - Fitting;

    public int Asking => Lines.Count(l => l.Outcome == LineOutcome.Ask);

    /// <summary>Lines that a save leaves in the box.</summary>
    public int Staying => Lines.Count - Plan.Sessions.Count;

    /// <param name="draftOf">Names a draft of a series, in a sentence.</param>
    /// <param name="holidayOn">What a public holiday is called; null for a working day.</param>
    public static PlanReading Of(string text, PlanFields fields, PlanStart start, Instant now, Func<string, string> draftOf, Func<LocalDate, string?> holidayOn)
    {
        var zone = SessionClock.Knows(fields.Zone) ? fields.Zone! : start.Plan.Zone;
        var clock = SessionClock.Zone(zone);
        var lines = SessionLines.Read(text, new(SessionClock.Today(now, zone), clock, PlanNumbers.Time(fields.Start), PlanNumbers.Whole(fields.Minutes) ?? start.DurationMinutes)
        {
            Taken = [.. start.Taken.Select(slot => slot.For(start.SeriesId, clock, draftOf))],
            HolidayOn = holidayOn,
        });
        var good = lines.Where(l => l.Outcome == LineOutcome.Read && Begins(l) is not null).OrderBy(Begins).ToList();
        var number = PlanNumbers.Whole(fields.FirstNumber);
        return new(lines,
            new(start.SeriesId, zone, PlanNumbers.Whole(fields.Places), number, fields.Publish, [.. good.Select(l => new PlannedSession(Begins(l)!.Value, l.Minutes, l.Title, l.Speakers) { LastDate = l.LastDate })]) { Kind = fields.Kind },
            zone,
            number is { } first ? good.Index().ToDictionary(l => l.Item.Number, l => first + l.Index) : new Dictionary<int, int>());

        static LocalDateTime? Begins(SessionLine line) => line.LastDate is null ? line.Start : line.Date?.AtMidnight();
    }
}
