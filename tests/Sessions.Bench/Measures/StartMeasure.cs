using Sessions.Bench.Report;

namespace Sessions.Bench.Measures;

/// <summary>From nothing to the first page, and what the process weighs when it then has nothing to do.</summary>
internal static class StartMeasure
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    public static async Task Run(Workbench bench, ReportTable table)
    {
        var (ours, raw) = (new List<double>(), new List<double>());
        for (var round = 0; round < bench.Options.Rounds; round++)
        {
            raw.Add((await bench.RestartYardstick()).TotalMilliseconds);
            var (took, status) = await bench.Restart();
            ours.Add(status == 200 ? took.TotalMilliseconds : throw new InvalidOperationException($"The first page answered {status}"));
        }

        table.Add(new("Cold start to the first page", $"{Median.Of(ours):N0} ms", $"plaintext server, {Median.Of(raw):N0} ms", Median.Ratio(ours, raw), "≤ 1,500 ms", Median.Of(ours) <= 1500));
        await bench.App.UntilItAnswers($"/series/{SeededSite.Sixty}");
        await Task.Delay(Rest);
        table.Add(Row.Within("Idle memory after the first pages", bench.App.MiB, 200, "MiB"));
    }
}
