using Sessions.Bench.Http;
using Sessions.Bench.Report;

namespace Sessions.Bench.Measures;

/// <summary>Sign-ups while the site is busy with something else: 2,000 mails on their way out, or 5,000 people being placed in a new session.</summary>
internal static class BusyMeasure
{
    private const double Share = 0.4;
    private const double Slower = 3;
    private const int Mails = 2_000;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static async Task Run(Workbench bench, ReportTable table)
    {
        if (await SignUpForm.Find(bench.App, SeededSite.OpenPage) is not { } form)
        {
            table.Add(Row.Missing("Sign-ups while mails drain", "no sign-up form in the session's page", $"≥ {Share}x"));
            return;
        }

        await bench.Site.Crowd.Seed();
        Task<Answered> Ours(int callers) => Callers.Rate(bench.App, address => form.Request(bench.App, address), callers, Round);
        await Warming.UntilSteady("Sign-ups, 16 callers", async () => (await Ours(16)).Cpu);
        await bench.Site.Crowd.Drained(Patience);
        foreach (var callers in new[] { 1, 16, 64 }) await WhileMailsDrain(bench, table, callers, Ours);
        await WhilePeopleArePlaced(bench, table, Ours);
    }

    private static async Task WhileMailsDrain(Workbench bench, ReportTable table, int callers, Func<int, Task<Answered>> sign)
    {
        var (ours, raw, sent) = (new List<Answered>(), new List<Answered>(), new List<double>());
        for (var round = 0; round < bench.Options.Rounds; round++)
        {
            raw.Add(await Callers.Rate(bench.Yardstick, address => SignUpMeasure.RawRow(bench, "open", address), callers, Round));
            await bench.Site.Crowd.Owe(Mails);
            var before = await bench.Site.Crowd.Sent();
            ours.Add(await sign(callers));
            sent.Add(await bench.Site.Crowd.Sent() - before);
            await bench.Site.Crowd.Drained(Patience);
        }

        var what = $"Sign-ups, {callers} {(callers == 1 ? "caller" : "callers")}, while {Mails:N0} mails drain";
        var (figure, yardstick) = ($"{SignUpMeasure.Figure(ours)}, {Median.Of(sent):N0} mails sent meanwhile", $"raw SQL, {SignUpMeasure.Figure(raw)}");
        var ratio = Median.Ratio(ours.Select(o => o.Rate), raw.Select(r => r.Rate));
        table.Add(callers == 16 ? Row.AtLeast(what, figure, yardstick, ratio, Share) : new(what, figure, yardstick, ratio, null, null));
    }

    private static async Task WhilePeopleArePlaced(Workbench bench, ReportTable table, Func<int, Task<Answered>> sign)
    {
        var what = $"Sign-ups, 16 callers, while {Crowd.People:N0} people are placed in a new session";
        var (idle, busy) = (new List<Answered>(), new List<Answered>());
        for (var round = 0; round < bench.Options.Rounds; round++)
        {
            idle.Add(await sign(16));
            await bench.Site.Crowd.Publish(round);
            if (!await bench.Site.Crowd.Placing(round, Patience))
            {
                table.Add(Row.Missing(what, "nobody was placed", $"≤ {Slower}x"));
                return;
            }

            // Whole rounds inside the time in which people are placed.
            for (var inside = await sign(16); await bench.Site.Crowd.IsPlacing(round); inside = await sign(16)) busy.Add(inside);
            await bench.Site.Crowd.Drained(Patience);
        }

        if (busy.Count == 0) table.Add(Row.Missing(what, "all were placed before a round of sign-ups was over", $"≤ {Slower}x"));
        else table.Add(Row.AtMost(what, $"p99 {Median.Of(busy.Select(b => b.P99)):N0} ms, {Median.Of(busy.Select(b => b.Rate)):N0}/s", $"idle, p99 {Median.Of(idle.Select(i => i.P99)):N0} ms, {Median.Of(idle.Select(i => i.Rate)):N0}/s",
            Median.Of(busy.Select(b => b.P99)) / Median.Of(idle.Select(i => i.P99)), Slower));
    }
}
