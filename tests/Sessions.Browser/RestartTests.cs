using Sessions.Browser.Support;

namespace Sessions.Browser;

/// <summary>What a host with an open console sees of an upgrade.</summary>
public sealed class RestartTests(Chromium chromium, RunningApp app) : IClassFixture<Chromium>, IClassFixture<RunningApp>
{
    [BrowserFact]
    public async Task An_open_console_is_told_of_the_stop_and_comes_back_with_what_was_typed()
    {
        var page = await chromium.NewVisitor();
        await page.GotoAsync((await app.SignInLink()).AbsoluteUri);
        await page.Locator("main form button").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Uri(app.Address, "/host").AbsoluteUri);
        await page.GotoAsync(new Uri(app.Address, "/host/series/new").AbsoluteUri, new() { WaitUntil = WaitUntilState.NetworkIdle });
        await page.Locator("#name").FillAsync("Open Rivers");
        await page.Locator("#name").BlurAsync();
        // Still being typed: the server never heard of it.
        await page.Locator("#room-link").FillAsync("https://example.org/rivers-room");
        await page.EvaluateAsync("window.kept = true");

        await app.Stop();
        await Assertions.Expect(page.Locator("#components-reconnect-modal")).ToBeVisibleAsync(new() { Timeout = 10_000 });
        await app.Start();
        await page.WaitForFunctionAsync("() => !window.kept", null, new() { Timeout = 60_000 });

        await Assertions.Expect(page.Locator("#name")).ToHaveValueAsync("Open Rivers");
        await Assertions.Expect(page.Locator("#room-link")).ToHaveValueAsync("https://example.org/rivers-room");
        // The browser's own zone comes a moment after the fields.
        await Assertions.Expect(page.Locator("#zone")).Not.ToHaveValueAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the series" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Uri(app.Address, "/host/series/open-rivers/plan").AbsoluteUri);
        await page.GotoAsync(new Uri(app.Address, "/host/series/open-rivers/edit").AbsoluteUri);
        await Assertions.Expect(page.Locator("#room-link")).ToHaveValueAsync("https://example.org/rivers-room");
    }
}
