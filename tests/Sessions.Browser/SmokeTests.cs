using Sessions.Browser.Support;

namespace Sessions.Browser;

public sealed class SmokeTests(Chromium chromium, RunningApp app) : IClassFixture<Chromium>, IClassFixture<RunningApp>
{
    [BrowserFact]
    public async Task The_link_that_the_app_prints_signs_the_host_in()
    {
        var page = await chromium.NewVisitor();

        await page.GotoAsync((await app.SignInLink()).AbsoluteUri);
        await page.Locator("main form button").ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new Uri(app.Address, "/host").AbsoluteUri);
        await Assertions.Expect(page.Locator("main h1")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task The_app_comes_back_on_its_address_after_a_power_cut()
    {
        await app.Kill();
        await app.Start();
        var page = await chromium.NewVisitor();

        var answer = await page.GotoAsync(new Uri(app.Address, "/account/sign-in").AbsoluteUri);

        Assert.Equal(200, answer!.Status);
    }

    [AccessibilityFact]
    public async Task The_sign_in_page_is_accessible()
    {
        var page = await chromium.NewPhoneVisitor();

        await page.GotoAsync(new Uri(app.Address, "/account/sign-in").AbsoluteUri);

        await Axe.AssertNoViolations(page);
    }

    [AccessibilityFact]
    public async Task Axe_sees_a_picture_without_words()
    {
        var page = await chromium.NewVisitor();
        await page.SetContentAsync("<html lang=en><title>A page</title><main><h1>A page</h1><img src='data:,'></main></html>");

        Assert.Contains("image-alt", Assert.Single(await Axe.Violations(page)), StringComparison.Ordinal);
    }
}
