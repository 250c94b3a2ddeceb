using Sessions.Bench.Report;

namespace Sessions.Bench.Measures;

/// <summary>Sign-ups while the site is busy with something else: 2,000 mails on their way out, or 5,000 people being placed in a new session.</summary>
internal static class BusyMeasure
{
    private const double Share = 0.4;
    private const double Slower = 3;
    private const int Mails = 2_000;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);

    /// <summary>Several of them pass while people are placed.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(250);
    private const int Moments = 8;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static async Task Run(Workbench bench, ReportTable table)
    {
        if (await SignUpPlace.OnSqlite(bench) is not { } place)
        {
            table.Add(Row.Missing("Sign-ups while mails drain", "no sign-up form in the session's page", $"≥ {Share}x"));
            return;
        }

        await Settle(place);
        foreach (var callers in new[] { 1, 16, 64 }) await WhileMailsDrain(bench, table, place, callers);
        await WhilePeopleArePlaced(bench, table, place);
        if (await SignUpPlace.OnPostgres(bench) is not { } other)
        {
            table.Add(Row.Missing("Sign-ups on PostgreSQL while mails drain", "no PostgreSQL on this machine", $"≥ {Share}x"));
            return;
        }

        await Settle(other);
        await WhileMailsDrain(bench, table, other, 16);
        await WhilePeopleArePlaced(bench, table, other);
    }

    private static async Task Settle(SignUpPlace place)
    {
        await place.Crowd.Seed();
        await Warming.UntilSteady($"Sign-ups{place.On}, 16 callers", place.App, async () => (await place.Ours(16, Round)).Cpu);
        await place.Crowd.Quiet(Patience);
    }

    private static async Task WhileMailsDrain(Workbench bench, ReportTable table, SignUpPlace place, int callers)
    {
        var (ours, raw, sent) = (new List<Answered>(), new List<Answered>(), new List<double>());
        for (var round = 0; round < bench.Options.Rounds; round++)
        {
            raw.Add(await place.Raw(callers, Round));
            await place.Crowd.Owe(Mails);
            var before = await place.Crowd.Sent();
            ours.Add(await place.Ours(callers, Round));
            sent.Add(await place.Crowd.Sent() - before);
            await place.Crowd.Quiet(Patience);
        }

        var what = $"Sign-ups{place.On}, {callers} {(callers == 1 ? "caller" : "callers")}, while {Mails:N0} mails drain";
        var (figure, yardstick) = ($"{SignUpMeasure.Figure(ours)}, {Median.Of(sent):N0} mails sent meanwhile", $"raw SQL, {SignUpMeasure.Figure(raw)}");
        var ratio = Median.Ratio(ours.Select(o => o.Rate), raw.Select(r => r.Rate));
        table.Add(callers == 16 ? Row.AtLeast(what, figure, yardstick, ratio, Share) : new(what, figure, yardstick, ratio, null, null));
    }

    private static async Task WhilePeopleArePlaced(Workbench bench, ReportTable table, SignUpPlace place)
    {
        var what = $"Sign-ups{place.On}, 16 callers, while {Crowd.People:N0} people are placed in a new session";
        var (idle, busy) = (new List<Answered>(), new List<Answered>());
        for (var round = 0; round < bench.Options.Rounds; round++)
        {
            for (var moment = 0; moment < Moments; moment++) idle.Add(await place.Ours(16, Moment));
            await place.Crowd.Publish(round);
            if (!await place.Crowd.Placing(round, Patience))
            {
                table.Add(Row.Missing(what, "nobody was placed", $"≤ {Slower}x"));
                return;
            }

            // Whole moments inside the time in which people are placed.
            for (var inside = await place.Ours(16, Moment); await place.Crowd.IsPlacing(round); inside = await place.Ours(16, Moment)) busy.Add(inside);
            await place.Crowd.Quiet(Patience);
        }

        if (busy.Count == 0) table.Add(Row.Missing(what, "all were placed before a moment of sign-ups was over", $"≤ {Slower}x"));
        else table.Add(Row.AtMost(what, $"p99 {Median.Of(busy.Select(b => b.P99)):N0} ms, {Median.Of(busy.Select(b => b.Rate)):N0}/s", $"idle, p99 {Median.Of(idle.Select(i => i.P99)):N0} ms, {Median.Of(idle.Select(i => i.Rate)):N0}/s",
            Median.Of(busy.Select(b => b.P99)) / Median.Of(idle.Select(i => i.P99)), Slower));
    }
}
