using Sessions.Bench.Http;
using Sessions.Bench.Report;
using Sessions.Bench.Servers;

namespace Sessions.Bench.Measures;

/// <summary>Sign-ups a second through the form of a session's page, against one row in raw SQL; both answer after their COMMIT.</summary>
internal static class SignUpMeasure
{
    private const double Target = 0.4;
    private static readonly int[] Levels = [1, 16, 64];
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);

    public static byte[] RawRow(Workbench bench, string session, string address) =>
        RawRequest.Post(bench.Yardstick, Yardstick.Insert, $"session={session}&email={Uri.EscapeDataString(address)}");

    public static async Task Run(Workbench bench, ReportTable table)
    {
        if (await SignUpForm.Find(bench.App, SeededSite.OpenPage) is not { } form)
        {
            table.Add(Row.Missing("Sign-ups, 16 callers", "no sign-up form in the session's page", $"≥ {Target}x"));
            return;
        }

        Task<Answered> Ours(int callers, TimeSpan time) => Callers.Rate(bench.App, address => form.Request(bench.App, address), callers, time);
        Task<Answered> Raw(int callers, TimeSpan time) => Callers.Rate(bench.Yardstick, address => RawRow(bench, "open", address), callers, time);
        await Warming.UntilSteady("Raw SQL, 16 callers", async () => (await Raw(16, Round)).Cpu);
        await Warming.UntilSteady("Sign-ups, 16 callers", async () => (await Ours(16, Round)).Cpu);
        if ((await bench.Site.Registered(SeededSite.OpenPage)).All == 0)
        {
            table.Add(Row.Missing("Sign-ups, 16 callers", "answered, but nobody was registered", $"≥ {Target}x"));
            return;
        }

        foreach (var callers in Levels)
        {
            var (ours, raw) = (new List<Answered>(), new List<Answered>());
            for (var round = 0; round < bench.Options.Rounds; round++)
            {
                raw.Add(await Raw(callers, Round));
                ours.Add(await Ours(callers, Round));
            }

            var (what, figure, yardstick) = ($"Sign-ups, {callers} {(callers == 1 ? "caller" : "callers")}", Figure(ours), $"raw SQL, {Figure(raw)}");
            var ratio = Median.Ratio(ours.Select(o => o.Rate), raw.Select(r => r.Rate));
            table.Add(callers == 16
                ? Row.AtLeast(what, figure, yardstick, ratio, Target)
                : new(what, figure, yardstick, ratio, null, null));
        }
    }

    /// <summary>The CPU of the app's side holds the mails it sends meanwhile.</summary>
    public static string Figure(List<Answered> rounds) =>
        $"{Median.Of(rounds.Select(round => round.Rate)):N0}/s, p99 {Median.Of(rounds.Select(round => round.P99)):N0} ms, {Median.Of(rounds.Select(round => round.Cpu)):N0} µs CPU each";
}
