using Sessions.Scheduling;

namespace Sessions.Web.Api.Sessions;

/// <param name="Position">From 0: the name of the part when one begins.</param>
/// <param name="Planned">UTC.</param>
/// <param name="Shifted">UTC: when it began, or will as things stand.</param>
internal sealed record RunPartShape(int Position, RunningOrderKind Kind, int Minutes, string? Title, string? Person, RunState State, DateTimeOffset Planned, DateTimeOffset Shifted);

/// <param name="Phase">Null, like the rest, where there is nothing to run by: no exact hour, or no running order.</param>
/// <param name="LateMinutes">Of what is still to come; below zero is early.</param>
/// <param name="LeftMinutes">Of the part that is on, or until the first; below zero once its time is used up.</param>
/// <param name="End">UTC; of the whole as things stand.</param>
internal sealed record RunShape(RunPhase? Phase, int? LateMinutes, int? LeftMinutes, DateTimeOffset? Start, DateTimeOffset? End, IReadOnlyList<RunPartShape> Parts)
{
    public static RunShape Of(RunSheet? sheet) => sheet is null ? new(null, null, null, null, null, [])
        : new(sheet.Phase, sheet.LateMinutes, (int)sheet.Left.TotalMinutes, sheet.Start.ToDateTimeOffset(), sheet.End.ToDateTimeOffset(),
            [.. sheet.Lines.Select(l => new RunPartShape(l.Position, l.Part.Kind, l.Part.Minutes, l.Part.Title, l.Part.Person, l.State, l.Planned.ToDateTimeOffset(), l.Shifted.ToDateTimeOffset()))]);
}

/// <summary>Begin makes a part the one that is on; back takes that back.</summary>
internal enum RunStep
{
    Begin = 1,
    Back = 2,
}

/// <param name="Position">From 0. The same step twice changes nothing more.</param>
internal sealed record RunInput(RunStep Step, int Position);
