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

    [BrowserFact]
    public async Task Words_that_were_being_typed_when_the_tab_was_closed_are_back_in_another_after_a_restart()
    {
        var page = await chromium.NewVisitor();
        await page.GotoAsync((await app.SignInLink()).AbsoluteUri);
        await page.Locator("main form button").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Uri(app.Address, "/host").AbsoluteUri);
        await page.GotoAsync(new Uri(app.Address, "/host/sessions?state=published").AbsoluteUri);
        await page.Locator("main a[href^='/host/sessions/']").First.ClickAsync();
        await page.WaitForURLAsync("**/host/sessions/*");
        var room = new Uri(page.Url + "/edit");
        await page.GotoAsync(room.AbsoluteUri);
        // Keys alone, and the field is never left.
        await page.Locator("#announcement").ClickAsync();
        await page.Keyboard.TypeAsync("Bring your own data. ");
        await Assertions.Expect(page.GetByText("A draft is kept")).ToBeVisibleAsync(new() { Timeout = 5_000 });
        await page.CloseAsync();
        await app.Stop();
        await app.Start();

        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(room.AbsoluteUri);

        await Assertions.Expect(other.Locator(".draft-back")).ToContainTextAsync("What you typed and did not save is back");
        Assert.Contains("Bring your own data. ", await other.Locator("#announcement").InputValueAsync(), StringComparison.Ordinal);
        await other.GetByRole(AriaRole.Button, new() { Name = "Throw it away" }).ClickAsync();
        await Assertions.Expect(other.Locator(".draft-back")).ToHaveCountAsync(0);
        Assert.DoesNotContain("Bring your own data. ", await other.Locator("#announcement").InputValueAsync(), StringComparison.Ordinal);
        await other.ReloadAsync();
        await Assertions.Expect(other.Locator("#announcement")).ToBeVisibleAsync();
        await Assertions.Expect(other.Locator(".draft-back")).ToHaveCountAsync(0);
    }
}
