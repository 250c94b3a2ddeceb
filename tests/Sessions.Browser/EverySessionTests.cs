using System.Text.RegularExpressions;
using Sessions.Browser.Support;

namespace Sessions.Browser;

/// <summary>Sign up once for a living series, on the pages as an attendee walks them, without a script.</summary>
public sealed class EverySessionTests(Chromium chromium, RunningApp app) : IClassFixture<Chromium>, IClassFixture<RunningApp>
{
    [AccessibilityFact]
    public async Task One_address_for_every_session_and_from_then_on_one_click()
    {
        var page = await chromium.NewVisitorWithoutScript();
        var series = new Uri(app.Address, "/series/try-it-out").AbsoluteUri;
        await page.GotoAsync(series);
        await page.GetByLabel("E-mail address").FillAsync("every@example.org");
        await page.GetByRole(AriaRole.Button, new() { Name = "Count me in" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Look into your mail" })).ToBeVisibleAsync();

        var mail = await app.Mailbox.WaitFor("every@example.org", "You are in every session");
        Assert.Contains("METHOD:REQUEST", mail.Calendar, StringComparison.Ordinal);
        Assert.Contains("waiting list", mail.Text, StringComparison.OrdinalIgnoreCase);
        await page.GotoAsync(mail.Link("/my/").AbsoluteUri);
        await Assertions.Expect(page.GetByText("You are in each new session of")).ToBeVisibleAsync();
        var other = await chromium.NewVisitor();
        await other.GotoAsync(page.Url);
        await Axe.AssertNoViolations(other);
        await other.GotoAsync(series);
        await Axe.AssertNoViolations(other);

        // The device knows who it is: what is theirs is said, and nothing has to be typed.
        await page.GotoAsync(series);
        await Assertions.Expect(page.GetByText("You are in every session")).ToBeVisibleAsync();
        var session = await page.Locator(".session-row a").First.GetAttributeAsync("href");
        await page.GotoAsync(new Uri(app.Address, session).AbsoluteUri);
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Your sessions" })).ToBeVisibleAsync();
        await page.GotoAsync(mail.Link("/my/").AbsoluteUri);
        await page.Locator("summary", new() { HasText = "Leave the series" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, leave the series" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Nothing ahead")).ToBeVisibleAsync();
        Assert.Contains("METHOD:CANCEL", (await app.Mailbox.WaitFor("every@example.org", "You left the series")).Calendar, StringComparison.Ordinal);

        await page.GotoAsync(new Uri(app.Address, session).AbsoluteUri);
        await Assertions.Expect(page.Locator("#email[type=email]")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save my place" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/signed-up$"));
        await page.GotoAsync(new Uri(app.Address, session).AbsoluteUri);
        await Assertions.Expect(page.GetByText("Your place is saved")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Not you?" }).ClickAsync();
        await page.GotoAsync(new Uri(app.Address, session).AbsoluteUri);
        await Assertions.Expect(page.Locator("#email[type=email]")).ToBeVisibleAsync();
    }

    [AccessibilityFact]
    public async Task A_place_that_comes_free_is_asked_about_and_one_click_takes_it()
    {
        var full = new Uri(app.Address, "/series/try-it-out/3-two-places-and-a-waiting-list").AbsoluteUri;
        foreach (var who in new[] { "first", "second", "third" })
        {
            var visitor = await chromium.NewVisitorWithoutScript();
            await visitor.GotoAsync(full);
            await visitor.GetByLabel("E-mail address").FillAsync($"{who}@example.org");
            await visitor.Locator("form[action$='sign-up'] .button").ClickAsync();
            await Assertions.Expect(visitor).ToHaveURLAsync(new Regex("/signed-up$"));
        }

        var page = await chromium.NewVisitorWithoutScript();
        await page.GotoAsync((await app.Mailbox.WaitFor("first@example.org", "place is saved")).Link("/my/").AbsoluteUri);
        await page.Locator("summary", new() { HasText = "Give up my place" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, give it up" }).ClickAsync();

        var offer = await app.Mailbox.WaitFor("third@example.org", "Do you want it?");
        Assert.Equal("", offer.Calendar);
        var other = await chromium.NewVisitor();
        await other.GotoAsync(offer.Link("/join/").AbsoluteUri);
        await Axe.AssertNoViolations(other);
        await other.GetByRole(AriaRole.Button, new() { Name = "Yes, I come" }).ClickAsync();
        await Assertions.Expect(other.GetByText("The room opens at")).ToBeVisibleAsync();
        Assert.Contains("METHOD:REQUEST", (await app.Mailbox.WaitFor("third@example.org", "place is saved")).Calendar, StringComparison.Ordinal);
    }
}
