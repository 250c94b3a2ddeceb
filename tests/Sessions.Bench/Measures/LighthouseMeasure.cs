using System.Text.Json;
using Sessions.Bench.Report;
using Sessions.Bench.Servers;

namespace Sessions.Bench.Measures;

/// <summary>Lighthouse as a phone, on the published app: the four scores of each page, medians of the rounds. A score of speed is of the machine as well: a page of one sentence beside ours says how much.</summary>
internal static class LighthouseMeasure
{
    private const int Full = 100;
    private static readonly string[] Categories = ["performance", "accessibility", "best-practices", "seo"];

    private static readonly (string What, string Path)[] Pages =
    [
        ("list with 60 sessions", $"/series/{SeededSite.Sixty}"),
        ("session page with open form", SeededSite.UpcomingPage),
        ("session page with recording and player", SeededSite.RecordedPage),
    ];

    public static async Task Run(Workbench bench, ReportTable table)
    {
        var folder = Path.Combine(Repository.Root, "tests", "Sessions.Bench", "lighthouse");
        if (Browser.Executable is not { } chromium || await Ready(folder) is not { } program)
        {
            table.Add(Row.Missing("Lighthouse, mobile", "needs Chromium, node and npm", "100 in all four"));
            return;
        }

        Workbench.Say("lighthouse");
        var pages = Pages.Select(page => (page.What, Address: new Uri(bench.App.Address, page.Path), Scores: new List<int[]>())).ToList();
        var plain = (Address: new Uri(bench.Yardstick.Address, Servers.Yardstick.Page), Scores: new List<int[]>());
        for (var round = 0; round < bench.Options.Rounds; round++)
        {
            plain.Scores.Add(await Scores(program, chromium, plain.Address));
            foreach (var (_, address, scores) in pages) scores.Add(await Scores(program, chromium, address));
        }

        foreach (var (what, _, scores) in pages)
        {
            var medians = Medians(scores);
            table.Add(new($"Lighthouse, mobile: {what}", string.Join(" / ", medians), $"a page of one sentence, {Medians(plain.Scores)[0]}", null, "100 / 100 / 100 / 100", Array.TrueForAll(medians, score => score == Full)));
        }
    }

    private static int[] Medians(List<int[]> rounds) => [.. Categories.Select((_, i) => (int)Math.Round(Median.Of([.. rounds.Select(s => (double)s[i])])))];

    private static async Task<string?> Ready(string folder)
    {
        var program = Path.Combine(folder, "node_modules", "lighthouse", "cli", "index.js");
        if (!File.Exists(program)) await OtherProgram.Output("npm", ["install", "--prefix", folder, "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"]);
        return File.Exists(program) ? program : null;
    }

    private static async Task<int[]> Scores(string program, string chromium, Uri page)
    {
        try
        {
            return await ScoresOnce(program, chromium, page);
        }
        catch (JsonException)
        {
            // On a busy machine it loses a trace now and then, and says itself: run again.
            return await ScoresOnce(program, chromium, page);
        }
    }

    private static async Task<int[]> ScoresOnce(string program, string chromium, Uri page)
    {
        var said = await OtherProgram.Output("node",
            [program, page.AbsoluteUri, "--quiet", "--output=json", "--output-path=stdout", $"--chrome-flags=--headless {string.Join(' ', Browser.Flags)}"],
            ("CHROME_PATH", chromium));
        using var report = JsonDocument.Parse(said);
        return [.. Categories.Select(c => (int)Math.Round(report.RootElement.GetProperty("categories").GetProperty(c).GetProperty("score").GetDouble() * 100))];
    }
}
