using Sessions.Bench.Http;
using Sessions.Bench.Report;

namespace Sessions.Bench.Measures;

/// <summary>500 sign-ups at once for 100 places, and what memory is left standing after all that.</summary>
internal static class RushMeasure
{
    private const int Crowd = 500;
    private const int LimitInMilliseconds = 500;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task Run(Workbench bench, ReportTable table)
    {
        var (what, ours, raw) = ($"{Crowd} sign-ups at once for {SeededSite.Places} places, until all are answered", new List<double>(), new List<double>());
        if (await SignUpPlace.OnSqlite(bench) is { } warm) await warm.Warm(Round);
        for (var round = 0; round < bench.Options.Rounds; round++)
        {
            var page = SeededSite.RushPage(round);
            if (await SignUpForm.Find(bench.App, page) is not { } form)
            {
                table.Add(Row.Missing(what, "no sign-up form in the session's page", $"≤ {LimitInMilliseconds} ms"));
                return;
            }

            // The mails of those before would take a core from these.
            await bench.Site.Crowd.Quiet(Patience);
            var turn = $"rush-{round}";
            raw.Add(await Callers.Rush(bench.Yardstick, address => SignUpPlace.Row(bench.Yardstick, Servers.Yardstick.Insert, turn, address), Crowd));
            ours.Add(await Callers.Rush(bench.App, address => form.Request(bench.App, address), Crowd));
            var (confirmed, all) = await bench.Site.Registered(page);
            if ((confirmed, all) != (SeededSite.Places, Crowd))
            {
                table.Add(Row.Missing(what, $"{confirmed} confirmed of {all} registered", $"{SeededSite.Places} of {Crowd}"));
                return;
            }
        }

        table.Add(new(what, $"{Median.Of(ours):N0} ms", $"raw SQL, {Median.Of(raw):N0} ms", Median.Ratio(ours, raw), $"≤ {LimitInMilliseconds} ms", Median.Of(ours) <= LimitInMilliseconds));
        await Task.Delay(Rest);
        table.Add(new("Memory after all of the above", $"{bench.App.MiB:N0} MiB", $"plaintext server, {bench.Yardstick.MiB:N0} MiB", bench.App.MiB / bench.Yardstick.MiB, null, null));
    }
}
