namespace Sessions.Bench.Report;

/// <summary>One line of the table.</summary>
/// <param name="Figure">With its unit.</param>
/// <param name="Yardstick">Likewise; null when the target is absolute.</param>
/// <param name="Met">Null when there is no target.</param>
internal sealed record Row(string What, string Figure, string? Yardstick, double? Ratio, string? Target, bool? Met)
{
    public static Row AtMost(string what, string figure, string yardstick, double ratio, double limit) =>
        new(what, figure, yardstick, ratio, $"≤ {limit}x", ratio <= limit);

    public static Row AtLeast(string what, string figure, string yardstick, double ratio, double limit) =>
        new(what, figure, yardstick, ratio, $"≥ {limit}x", ratio >= limit);

    public static Row Within(string what, double value, double limit, string unit, string? more = null) =>
        new(what, $"{value:N0} {unit}{more}", null, null, $"≤ {limit:N0} {unit}", value <= limit);

    /// <summary>A promise that could not be measured is not kept.</summary>
    public static Row Missing(string what, string why, string target) => new(what, why, null, null, target, false);
}
