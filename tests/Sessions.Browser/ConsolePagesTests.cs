using Sessions.Browser.Support;

namespace Sessions.Browser;

/// <summary>The rooms of the console beside the one thread.</summary>
public sealed class ConsolePagesTests(Chromium chromium, RunningApp app) : IClassFixture<Chromium>, IClassFixture<RunningApp>
{
    private const string Host = "host@example.org";

    [AccessibilityFact]
    public async Task Every_room_is_accessible()
    {
        var page = await SignedIn();
        await page.GotoAsync(At("/host/series/try-it-out/team"));
        await page.Locator("input[type=email]").FillAsync("helper@example.org");
        await page.Locator("select").SelectOptionAsync(new SelectOptionValue { Label = "Helper" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Invite, send one mail" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Cell).Or(page.GetByRole(AriaRole.Rowheader)).Filter(new() { HasText = "helper@example.org" }).First).ToBeVisibleAsync();
        await Axe.AssertNoViolations(page);

        string[] rooms = ["/host", "/host/series", "/host/mail", "/host/texts", "/host/hosts", "/host/sign-ins", "/host/tokens", "/host/series/try-it-out",
            "/host/series/try-it-out/history", "/host/series/try-it-out/running-order", "/host/series/opendatasaveslives/partners"];
        var faults = new List<string>();
        foreach (var room in rooms) faults.AddRange(await Look(page, room));

        await page.GotoAsync(At("/host/series/try-it-out"));
        var session = await page.Locator("main a[href^='/host/sessions/']").First.GetAttributeAsync("href");
        await page.GotoAsync(At(session!));
        await Assertions.Expect(page.Locator(".tabs a").First).ToBeVisibleAsync();
        var tabs = await page.Locator(".tabs a").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        Assert.True(tabs.Length >= 7, $"Only {tabs.Length} tabs");
        foreach (var tab in tabs) faults.AddRange(await Look(page, tab));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [BrowserFact]
    public async Task An_open_console_ends_within_half_a_minute_once_its_sign_in_is_ended_on_another_device()
    {
        var (left, here) = (await SignedIn(), await SignedIn());
        await left.GotoAsync(At("/host/series"));
        await Assertions.Expect(left.GetByRole(AriaRole.Heading, new() { Name = "Series" })).ToBeVisibleAsync();

        await here.GotoAsync(At("/host/sign-ins"));
        await here.GetByRole(AriaRole.Button, new() { Name = "Sign out everywhere" }).ClickAsync();

        await Assertions.Expect(here).ToHaveURLAsync(At("/account/sign-in?Ended=true"));
        await Assertions.Expect(left.GetByRole(AriaRole.Heading, new() { Name = "You are signed out" })).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }

    [AccessibilityFact]
    public async Task A_helper_is_offered_what_a_helper_may_do_and_nothing_else()
    {
        const string helper = "lends.a.hand@example.org";
        var host = await SignedIn();
        await host.GotoAsync(At("/host/series/try-it-out/team"));
        await host.Locator("input[type=email]").FillAsync(helper);
        await host.Locator("select").SelectOptionAsync(new SelectOptionValue { Label = "Helper" });
        await host.GetByRole(AriaRole.Button, new() { Name = "Invite, send one mail" }).ClickAsync();
        await Assertions.Expect(host.GetByText(helper).First).ToBeVisibleAsync();
        await host.GotoAsync(At("/host/series/try-it-out"));
        var session = (await host.Locator("main a[href^='/host/sessions/']").First.GetAttributeAsync("href"))!;
        await host.GotoAsync(At(session));
        await Assertions.Expect(host.GetByRole(AriaRole.Button, new() { Name = "Move or cancel" })).ToBeVisibleAsync();

        for (var patience = 0; app.Mailbox.To(helper).Count == 0 && patience < 100; patience++) await Task.Delay(200);
        var page = await SignedIn(helper);
        await page.GotoAsync(At(session));
        await Assertions.Expect(page.Locator(".tabs a").First).ToBeVisibleAsync();
        Assert.Equal(4, await page.Locator(".tabs a").CountAsync());
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Move or cancel" })).ToBeHiddenAsync();
        await Axe.AssertNoViolations(page);
        await page.GotoAsync(At($"{session}/recording"));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Add a link" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Write-up" })).ToBeHiddenAsync();
        await page.GotoAsync(At($"{session}/edit"));
        await Assertions.Expect(page.Locator("#places")).ToBeHiddenAsync();
    }

    private async Task<IEnumerable<string>> Look(IPage page, string path)
    {
        await page.GotoAsync(At(path));
        await Assertions.Expect(page.Locator("main h1")).ToBeVisibleAsync();
        return (await Axe.Violations(page)).Select(violation => $"{path}: {violation}");
    }

    /// <summary>By a mailed link: the one that the start prints works once.</summary>
    private async Task<IPage> SignedIn(string address = Host)
    {
        var before = app.Mailbox.To(address).Count;
        var page = await chromium.NewVisitor();
        await page.GotoAsync(At("/account/sign-in"));
        await page.Locator("#email").FillAsync(address);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send me a link" }).ClickAsync();
        for (var patience = 0; app.Mailbox.To(address).Count == before && patience < 100; patience++) await Task.Delay(200);
        await page.GotoAsync(app.Mailbox.To(address)[before].Link("/account/enter/").AbsoluteUri);
        await page.Locator("main form button").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(At("/host"));
        return page;
    }

    private string At(string path) => new Uri(app.Address, path).AbsoluteUri;
}
