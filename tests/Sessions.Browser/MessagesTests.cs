using System.Text.RegularExpressions;
using Sessions.Browser.Support;

namespace Sessions.Browser;

/// <summary>A host writes to everybody with a place, sees it first, sends it, and watches it go.</summary>
public sealed class MessagesTests(Chromium chromium, RunningApp app) : IClassFixture<Chromium>, IClassFixture<RunningApp>
{
    [AccessibilityFact]
    public async Task A_message_is_written_seen_sent_and_its_progress_ends()
    {
        foreach (var name in new[] { "first", "second" })
        {
            var visitor = await chromium.NewVisitorWithoutScript();
            await visitor.GotoAsync(app.At("/series/try-it-out"));
            await visitor.GetByLabel("E-mail address").FillAsync($"{name}@example.org");
            await visitor.GetByRole(AriaRole.Button, new() { Name = "Count me in" }).ClickAsync();
            await Assertions.Expect(visitor.GetByRole(AriaRole.Heading, new() { Name = "Look into your mail" })).ToBeVisibleAsync();
        }

        var page = await app.SignedIn(chromium);
        await page.GotoAsync(app.At("/host/series/try-it-out/messages"));
        await Assertions.Expect(page.GetByText("No message yet")).ToBeVisibleAsync();
        await Axe.AssertNoViolations(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Write a message" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "See it first" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Choose whom it goes to.");
        await page.GetByLabel("In every session").CheckAsync();
        await page.GetByLabel("Subject").FillAsync("The room is another");
        await page.GetByLabel("Text").FillAsync("Third floor, please.\n\nSee https://example.org/map.");
        await page.GetByRole(AriaRole.Button, new() { Name = "See it first" }).ClickAsync();
        await Assertions.Expect(page.GetByText("It goes to 2 people, each once.")).ToBeVisibleAsync();
        await Assertions.Expect(page.FrameLocator(".message-frame").GetByRole(AriaRole.Link, new() { Name = "https://example.org/map" })).ToBeVisibleAsync();
        await Axe.AssertNoViolations(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Send a test to me" }).ClickAsync();
        await Assertions.Expect(page.GetByText("A test goes to host@example.org.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send to 2 people" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/messages/[0-9a-f-]{36}$"));
        await Assertions.Expect(page.Locator("[data-message-state=Done]")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(page.GetByText("2 of 2 sent")).ToBeVisibleAsync();
        await Axe.AssertNoViolations(page);

        Assert.Contains("Third floor, please.", (await app.Mailbox.WaitFor("first@example.org", "The room is another")).Text, StringComparison.Ordinal);
        await app.Mailbox.WaitFor("host@example.org", "Test: The room is another");
        await page.GotoAsync(app.At("/host/series/try-it-out/messages/new"));
        await Assertions.Expect(page.GetByLabel("Subject")).ToHaveValueAsync("");
    }
}
