using Sessions.Browser.Support;

namespace Sessions.Browser;

/// <summary>A host puts words of their own into a mail, is told of a wrong placeholder at once, and sees the mail before it leaves.</summary>
public sealed class MailsTests(Chromium chromium, RunningApp app) : IClassFixture<Chromium>, IClassFixture<RunningApp>
{
    [AccessibilityFact]
    public async Task Words_are_checked_while_they_are_typed_seen_in_three_looks_and_kept()
    {
        var page = await app.SignedIn(chromium);
        await page.GotoAsync(app.At("/host/series/try-it-out/mails"));
        var words = page.GetByLabel("Your words");
        var frame = page.FrameLocator(".message-frame");
        await Assertions.Expect(frame.GetByRole(AriaRole.Link, new() { Name = "Your joining link" })).ToBeVisibleAsync();

        await words.FillAsync("Bring a pen, {nmae}.");
        await Assertions.Expect(page.GetByText("{nmae} stands for nothing. Did you mean {name}?")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Did you mean {name}?");
        await Assertions.Expect(words).ToHaveValueAsync("Bring a pen, {nmae}.");
        await Axe.AssertNoViolations(page);

        await words.FillAsync("Bring a pen, ");
        await page.GetByRole(AriaRole.Button, new() { Name = "{name}" }).ClickAsync();
        await Assertions.Expect(words).ToHaveValueAsync("Bring a pen, {name}");
        await Assertions.Expect(frame.GetByText("Bring a pen, Kim Example")).ToBeVisibleAsync();
        await page.GetByLabel("To somebody without a name").CheckAsync();
        await Assertions.Expect(frame.GetByText("Bring a pen", new() { Exact = true })).ToBeVisibleAsync();
        var light = await Background(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Dark" }).ClickAsync();
        await Assertions.Expect(frame.Locator("body")).ToHaveCSSAsync("background-color", "rgb(14, 22, 20)");
        Assert.Equal("rgb(238, 243, 241)", light);
        await page.GetByRole(AriaRole.Button, new() { Name = "Plain text" }).ClickAsync();
        await Assertions.Expect(page.Locator(".mail-words")).ToContainTextAsync("Bring a pen");
        await Axe.AssertNoViolations(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("Saved. The next mails say it")).ToBeVisibleAsync();
        await page.GotoAsync(app.At("/host/series/try-it-out/mails/standing.confirmed"));
        await Assertions.Expect(frame.GetByRole(AriaRole.Heading, new() { NameRegex = new("You are in every session") })).ToBeVisibleAsync();
    }

    private static Task<string> Background(IPage page) => page.FrameLocator(".message-frame").Locator("body").EvaluateAsync<string>("body => getComputedStyle(body).backgroundColor");
}
