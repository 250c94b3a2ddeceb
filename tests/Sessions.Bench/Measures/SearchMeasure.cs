using System.Diagnostics;
using Sessions.Bench.Http;
using Sessions.Bench.Report;

namespace Sessions.Bench.Measures;

/// <summary>What a search costs once 2,000 hours of captions stand in the index: whole pages over HTTP, one after the other, past the cache.</summary>
internal static class SearchMeasure
{
    private const double Limit = 100;

    public static async Task Run(Workbench bench, ReportTable table)
    {
        var rows = new SpokenRows();
        await bench.Site.Speak(rows);
        await bench.Restart();
        var questions = rows.Questions();
        await using var connection = await HttpConnection.Open(bench.App.Port);
        foreach (var question in questions.Take(60)) await Ask(bench, connection, question);
        var times = new List<double>();
        for (var round = 0; round < bench.Options.Rounds; round++)
        {
            foreach (var question in questions) times.Add(await Ask(bench, connection, question));
        }

        times.Sort();
        table.Add(Row.Within($"Search over {SpokenRows.Sessions:N0} sessions with {SpokenRows.Hours:N0} hours of generated captions, {questions.Count} questions, p95", times[(int)(times.Count * .95)], Limit, "ms",
            $" (median {times[times.Count / 2]:N0} ms, slowest {times[^1]:N0} ms, page and all)"));
    }

    private static async Task<double> Ask(Workbench bench, HttpConnection connection, string question)
    {
        var request = RawRequest.Get(bench.App, $"/archive?q={Uri.EscapeDataString(question)}", "Cookie: visitor=bench");
        var watch = Stopwatch.StartNew();
        return await connection.Send(request) is 200 and var _ ? watch.Elapsed.TotalMilliseconds : throw new InvalidOperationException($"The search for {question} was not answered");
    }
}
