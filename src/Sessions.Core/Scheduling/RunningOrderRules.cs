namespace Sessions.Scheduling;

/// <summary>What a running order must hold before it is saved. More minutes than the session has are worth a warning, not a refusal.</summary>
public static class RunningOrderRules
{
    public const int MostItems = 40;
    public const int MostMinutes = 8 * 60;
    public const int LongestTitle = 200;

    public static RunningOrderRefusal? Check(IReadOnlyCollection<RunningOrderLine> lines)
    {
        if (lines.Count > MostItems) return RunningOrderRefusal.TooMany;
        return lines.Select(Check).FirstOrDefault(no => no is not null);
    }

    /// <summary>How many minutes after the session's start each line begins.</summary>
    public static IEnumerable<int> Starts(IEnumerable<int> minutes)
    {
        var start = 0;
        foreach (var length in minutes)
        {
            yield return start;
            start += length;
        }
    }

    private static RunningOrderRefusal? Check(RunningOrderLine line) => line switch
    {
        { Kind: var kind } when !Enum.IsDefined(kind) => RunningOrderRefusal.KindUnknown,
        { Minutes: < 1 or > MostMinutes } => RunningOrderRefusal.MinutesOutOfRange,
        { Title.Length: > LongestTitle } => RunningOrderRefusal.TitleTooLong,
        _ => null,
    };
}
