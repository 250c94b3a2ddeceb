using Microsoft.Playwright;
using Sessions.Bench.Report;
using Sessions.Bench.Servers;

namespace Sessions.Bench.Measures;

/// <summary>CPU of the server to show another month of the console's calendar, with 500 sessions in it against 50.</summary>
internal static class CalendarMeasure
{
    private const string What = "Another month of the calendar, 500 sessions";
    private const int Turns = 40;
    private const int Limit = 3;

    private const string Next = """
        (rel) => new Promise(done => {
          const heading = document.querySelector('main h1');
          new MutationObserver((_, seen) => { seen.disconnect(); done() }).observe(heading, { characterData: true, childList: true, subtree: true });
          document.querySelector(`main a[rel=${rel}]`).click();
        })
        """;

    public static async Task Run(Workbench bench, ReportTable table)
    {
        if (Browser.Executable is not { } chromium)
        {
            table.Add(Row.Missing(What, "no Chromium: install it or set SESSIONS_CHROMIUM", $"≤ {Limit}x"));
            return;
        }

        Workbench.Say("calendar");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Browser.Flags });
        var host = await browser.NewContextAsync(new() { BaseURL = bench.App.Address.ToString() });
        await CircuitMeasure.SignIn(host, await bench.Site.HostToken());
        var page = await host.NewPageAsync();
        var (fifty, many) = (new List<double>(), new List<double>());
        // The first round warms up.
        for (var round = 0; round <= bench.Options.Rounds; round++)
        {
            var (few, all) = (await Spend(bench, page, SeededSite.MonthOfFifty), await Spend(bench, page, SeededSite.MonthOfFiveHundred));
            if (round == 0) continue;
            fifty.Add(few);
            many.Add(all);
        }

        table.Add(Row.AtMost(What, $"{Median.Of(many):N0} µs CPU", $"50 sessions, {Median.Of(fifty):N0} µs CPU", Median.Ratio(many, fifty), Limit));
    }

    /// <summary>To and fro between two months that hold as many.</summary>
    private static async Task<double> Spend(Workbench bench, IPage page, string month)
    {
        await page.GotoAsync($"/host/calendar?month={month}");
        await page.Locator("table.calendar .calendar-item").First.WaitForAsync();
        var before = bench.App.Cpu;
        for (var turn = 0; turn < Turns; turn++)
            await page.EvaluateAsync(Next, turn % 2 == 0 ? "next" : "prev");
        return (bench.App.Cpu - before).TotalMicroseconds / Turns;
    }
}
