namespace Sessions.Bench.Measures;

internal static class Median
{
    public static double Of(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }

    /// <summary>Of each round's own ratio: what slows a whole round down slows both sides of it.</summary>
    public static double Ratio(IEnumerable<double> figures, IEnumerable<double> yardsticks) =>
        Of(figures.Zip(yardsticks, (figure, yardstick) => figure / yardstick));
}
