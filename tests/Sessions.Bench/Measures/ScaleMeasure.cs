using Sessions.Bench.Http;
using Sessions.Bench.Report;

namespace Sessions.Bench.Measures;

/// <summary>What pages and sign-ups cost once the site holds 100,000 sessions and a million registrations more, as multiples of before. Last, because it fills the database.</summary>
internal static class ScaleMeasure
{
    private const double Limit = 1.3;
    private const string PastTheCache = "Cookie: visitor=bench";
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task Run(Workbench bench, ReportTable table)
    {
        // Both times a program that has just started: one that ran for long is compiled better.
        await bench.Restart();
        var before = await Costs(bench);
        // A hundred thousand mails of those sign-ups would leave beside whatever is measured next.
        await bench.Site.Crowd.Quiet(Patience);
        await bench.Site.Fill();
        await bench.Restart();
        var after = await Costs(bench);
        foreach (var (what, cost) in after)
        {
            table.Add(before.TryGetValue(what, out var was)
                ? Row.AtMost($"{what}, with 100,000 sessions and 1,000,000 registrations more", $"{cost:N0} µs CPU", $"before, {was:N0} µs CPU", cost / was, Limit)
                : Row.Missing(what, "was not measured before", $"≤ {Limit}x"));
        }
    }

    private static async Task<Dictionary<string, double>> Costs(Workbench bench)
    {
        var costs = new Dictionary<string, double>();
        foreach (var (what, path) in new[] { ("Home page", "/"), ("Series page, 60 sessions", $"/series/{SeededSite.Sixty}"), ("Session page", SeededSite.UpcomingPage) })
        {
            var lane = new Lane(bench.App, RawRequest.Get(bench.App, path, PastTheCache));
            await lane.WarmUp(what);
            for (var round = 0; round < bench.Options.Rounds; round++)
                await lane.Round();
            costs[what] = Median.Of(lane.Microseconds);
        }

        if (await SignUpForm.Find(bench.App, SeededSite.OpenPage) is not { } form)
            return costs;
        Task<Answered> SignUps() => Callers.Rate(bench.App, address => form.Request(bench.App, address), 16, Round);
        await Warming.UntilSteady("Sign-ups, 16 callers", bench.App, async () => (await SignUps()).Cpu);
        var spent = new List<double>();
        for (var round = 0; round < bench.Options.Rounds; round++)
            spent.Add((await SignUps()).Cpu);
        costs["Sign-up, 16 callers"] = Median.Of(spent);
        return costs;
    }
}
