using Sessions.Bench.Report;
using Sessions.Bench.Servers;

namespace Sessions.Bench.Measures;

/// <summary>Sign-ups a second through the form of a session's page, against one row in raw SQL.</summary>
internal static class SignUpMeasure
{
    private const double Target = 0.4;
    private static readonly int[] Levels = [1, 16, 64];
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task Run(Workbench bench, ReportTable table)
    {
        if (await SignUpPlace.OnSqlite(bench) is not { } place)
        {
            table.Add(Row.Missing("Sign-ups, 16 callers", "no sign-up form in the session's page", $"≥ {Target}x"));
            return;
        }

        await Measure(bench, table, place);
        if ((await bench.Site.Registered(SeededSite.OpenPage)).All == 0) table.Add(Row.Missing("Sign-ups, 16 callers", "answered, but nobody was registered", $"≥ {Target}x"));
        var together = new List<Answered>();
        for (var round = 0; round < bench.Options.Rounds; round++) together.Add(await place.Raw(Yardstick.InsertTogether, 16, Round));
        table.Add(new("Raw SQL, 16 callers whose rows share a COMMIT", Figure(together), null, null, null, null));
        if (await SignUpPlace.OnPostgres(bench) is { } other) await Measure(bench, table, other);
        else table.Add(Row.Missing("Sign-ups on PostgreSQL, 16 callers", "no PostgreSQL on this machine", $"≥ {Target}x"));
    }

    /// <summary>The CPU of the app's side holds the mails it sends meanwhile.</summary>
    public static string Figure(List<Answered> rounds) =>
        $"{Median.Of(rounds.Select(round => round.Rate)):N0}/s, p99 {Median.Of(rounds.Select(round => round.P99)):N0} ms, {Median.Of(rounds.Select(round => round.Cpu)):N0} µs CPU each";

    private static async Task Measure(Workbench bench, ReportTable table, SignUpPlace place)
    {
        await place.Warm(Round);
        foreach (var callers in Levels)
        {
            var (ours, raw) = (new List<Answered>(), new List<Answered>());
            for (var round = 0; round < bench.Options.Rounds; round++)
            {
                // The mails of the round before would take a core from whatever is measured next.
                await place.Crowd.Quiet(Patience);
                raw.Add(await place.Raw(callers, Round));
                ours.Add(await place.Ours(callers, Round));
            }

            var (what, figure, yardstick) = ($"Sign-ups{place.On}, {callers} {(callers == 1 ? "caller" : "callers")}", Figure(ours), $"raw SQL, {Figure(raw)}");
            var ratio = Median.Ratio(ours.Select(o => o.Rate), raw.Select(r => r.Rate));
            table.Add(callers == 16
                ? Row.AtLeast(what, figure, yardstick, ratio, Target)
                : new(what, figure, yardstick, ratio, null, null));
        }
    }
}
