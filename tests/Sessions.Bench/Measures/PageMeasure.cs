using Sessions.Bench.Http;
using Sessions.Bench.Report;
using Sessions.Bench.Servers;

namespace Sessions.Bench.Measures;

/// <summary>CPU of the server for pages and feeds, as multiples of a line of plain text.</summary>
internal static class PageMeasure
{
    private const string Feed = $"/series/{SeededSite.TwoHundred}.ics";

    /// <summary>Who carries one is neither answered from the cache nor kept in it.</summary>
    private const string PastTheCache = "Cookie: visitor=bench";

    public static async Task Run(Workbench bench, ReportTable table)
    {
        var app = bench.App;
        byte[] Request(string path, params string[] headers) => RawRequest.Get(app, path, headers);
        var changed = await ChangedFeeds.Find(app);
        var series = $"/series/{SeededSite.Sixty}";
        (string What, double Limit, Lane Lane)[] lanes =
        [
            ("Series page, 60 sessions, from the database", 13, new(app, Request(series, PastTheCache))),
            ("Series page, 60 sessions, cached", 4, new(app, Request(series))),
            ("Session page, from the database", 13, new(app, Request(SeededSite.UpcomingPage, PastTheCache))),
            ("Session page, cached", 4, new(app, Request(SeededSite.UpcomingPage))),
            ("Feed of 200 sessions, rebuilt", 20, new(app, Request(Feed), turn: changed is null ? null : changed.Turn)),
            ("Feed of 200 sessions, unchanged", 4, new(app, Request(Feed))),
            ("Feed of 200 sessions, If-None-Match: 304", 4, new(app, Request(Feed, $"If-None-Match: {await Tag(app)}"), 304)),
        ];
        var refusals = new Dictionary<Lane, string>();
        if (changed is null)
            refusals[lanes[4].Lane] = "nothing over plain HTTP makes a feed change";
        foreach (var (_, _, lane) in lanes)
        {
            if (await lane.Refused() is { } why)
                refusals[lane] = why;
        }

        var plaintext = new Lane(bench.Yardstick, RawRequest.Get(bench.Yardstick, Yardstick.Plaintext));
        Lane[] running = [plaintext, .. lanes.Select(l => l.Lane).Where(lane => !refusals.ContainsKey(lane))];
        await plaintext.WarmUp("Plaintext");
        foreach (var (what, _, lane) in lanes.Where(l => running.Contains(l.Lane)))
            await lane.WarmUp(what);
        for (var round = 0; round < bench.Options.Rounds; round++)
        {
            foreach (var lane in running)
                await lane.Round();
        }

        foreach (var (what, limit, lane) in lanes)
        {
            table.Add(refusals.TryGetValue(lane, out var why)
                ? Row.Missing(what, why, $"≤ {limit}x")
                : Row.AtMost(what, lane.Figure, $"plaintext, {plaintext.Figure}", Median.Ratio(lane.Microseconds, plaintext.Microseconds), limit));
        }
    }

    private static async Task<string> Tag(ServerProcess app)
    {
        using var client = new HttpClient { BaseAddress = app.Address };
        using var answer = await client.GetAsync(new Uri(Feed, UriKind.Relative));
        return answer.Headers.ETag?.ToString() ?? "\"none\"";
    }
}
