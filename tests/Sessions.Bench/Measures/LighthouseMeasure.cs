using System.Text.Json;
using Sessions.Bench.Report;
using Sessions.Bench.Servers;

namespace Sessions.Bench.Measures;

/// <summary>Lighthouse as a phone, on the published app: the four scores of each page, the least of the rounds.</summary>
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
        foreach (var (what, path) in Pages)
        {
            var scores = new List<int[]>();
            for (var round = 0; round < bench.Options.Rounds; round++) scores.Add(await Scores(program, chromium, new Uri(bench.App.Address, path)));
            var least = Categories.Select((_, i) => scores.Min(s => s[i])).ToArray();
            table.Add(new($"Lighthouse, mobile: {what}", string.Join(" / ", least), null, null, "100 / 100 / 100 / 100", Array.TrueForAll(least, score => score == Full)));
        }
    }

    private static async Task<string?> Ready(string folder)
    {
        var program = Path.Combine(folder, "node_modules", "lighthouse", "cli", "index.js");
        if (!File.Exists(program)) await OtherProgram.Output("npm", ["install", "--prefix", folder, "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"]);
        return File.Exists(program) ? program : null;
    }

    private static async Task<int[]> Scores(string program, string chromium, Uri page)
    {
        var said = await OtherProgram.Output("node",
            [program, page.AbsoluteUri, "--quiet", "--output=json", "--output-path=stdout", $"--chrome-flags=--headless {string.Join(' ', Browser.Flags)}"],
            ("CHROME_PATH", chromium));
        using var report = JsonDocument.Parse(said);
        return [.. Categories.Select(c => (int)Math.Round(report.RootElement.GetProperty("categories").GetProperty(c).GetProperty("score").GetDouble() * 100))];
    }
}
