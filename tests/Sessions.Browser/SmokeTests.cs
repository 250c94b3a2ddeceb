using Sessions.Browser.Support;

namespace Sessions.Browser;

public sealed class SmokeTests(Chromium chromium, RunningApp app) : IClassFixture<Chromium>, IClassFixture<RunningApp>
{
    [BrowserFact]
    public async Task The_home_page_answers_in_a_real_browser()
    {
        var page = await chromium.NewVisitor();

        var answer = await page.GotoAsync(app.Address.AbsoluteUri);

        Assert.Equal(200, answer!.Status);
    }

    [BrowserFact]
    public async Task The_app_comes_back_on_its_address_after_a_power_cut()
    {
        await app.Kill();
        await app.Start();
        var page = await chromium.NewVisitor();

        var answer = await page.GotoAsync(app.Address.AbsoluteUri);

        Assert.Equal(200, answer!.Status);
    }

    [AccessibilityFact]
    public async Task Axe_sees_a_picture_without_words()
    {
        var page = await chromium.NewVisitor();
        await page.SetContentAsync("<html lang=en><title>A page</title><main><h1>A page</h1><img src='data:,'></main></html>");

        Assert.Contains("image-alt", Assert.Single(await Axe.Violations(page)), StringComparison.Ordinal);
    }
}
