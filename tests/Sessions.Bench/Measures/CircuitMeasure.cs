using Microsoft.Playwright;
using Sessions.Bench.Report;
using Sessions.Bench.Servers;

namespace Sessions.Bench.Measures;

/// <summary>What the server keeps for a host who has a console page of 60 rows open and does nothing.</summary>
internal static class CircuitMeasure
{
    private const string What = "Memory of an idle console circuit with 60 rows";
    private const string Page = "/host/series";
    private const int Rows = 60;
    private const int Warm = 5;
    private const int Circuits = 60;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    public static async Task Run(Workbench bench, ReportTable table)
    {
        if (Browser.Executable is not { } chromium)
        {
            table.Add(Row.Missing(What, "no Chromium: install it or set SESSIONS_CHROMIUM", "≤ 500 KiB"));
            return;
        }

        Workbench.Say("console circuits");
        await bench.Restart();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Browser.Flags });
        var host = await browser.NewContextAsync(new() { BaseURL = bench.App.Address.ToString() });
        await SignIn(host, await bench.Site.HostToken());
        if (await Open(host, Warm) is { } why)
        {
            table.Add(Row.Missing(What, why, "≤ 500 KiB"));
            return;
        }

        await Task.Delay(Rest);
        var before = bench.App.MiB;
        await Open(host, Circuits);
        await Task.Delay(Rest);
        table.Add(Row.Within(What, (bench.App.MiB - before) * 1024 / Circuits, 500, "KiB", $" ({Circuits} circuits, {before:N0} to {bench.App.MiB:N0} MiB)"));
    }

    public static async Task SignIn(IBrowserContext host, string token)
    {
        var page = await host.NewPageAsync();
        await page.GotoAsync($"/account/enter/{token}");
        await page.Locator("main form button, form[action*='enter'] button").First.ClickAsync();
        await page.Locator(".console-main").WaitForAsync();
        await page.CloseAsync();
    }

    /// <summary>Why the page is not what is measured; null when it is.</summary>
    private static async Task<string?> Open(IBrowserContext host, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var page = await host.NewPageAsync();
            var connected = page.WaitForWebSocketAsync(new() { Timeout = 15_000 });
            var answer = await page.GotoAsync(Page);
            if (answer is not { Ok: true })
                return $"the console page answered {answer?.Status}";
            await connected;
            await page.Locator("main tbody tr, main [role=row], main li").Nth(Rows - 1).WaitForAsync(new() { Timeout = 15_000 });
        }

        return null;
    }
}
