using Sessions.Browser.Support;

namespace Sessions.Browser;

/// <summary>The rooms of the console beside the one thread.</summary>
public sealed class ConsolePagesTests(Chromium chromium, RunningApp app) : IClassFixture<Chromium>, IClassFixture<RunningApp>
{
    [AccessibilityFact]
    public async Task Every_room_is_accessible()
    {
        var page = await app.SignedIn(chromium);
        await Invite(page, "helper@example.org", "Helper");
        await Assertions.Expect(page.GetByRole(AriaRole.Cell).Or(page.GetByRole(AriaRole.Rowheader)).Filter(new() { HasText = "helper@example.org" }).First).ToBeVisibleAsync();
        await Axe.AssertNoViolations(page);

        string[] rooms = ["/host", "/host/calendar", "/host/calendar?view=agenda", "/host/sessions", "/host/series", "/host/mail", "/host/mail/incoming", "/host/texts", "/host/hosts", "/host/sign-ins", "/host/tokens", "/host/series/try-it-out",
            "/host/series/try-it-out/readiness", "/host/series/try-it-out/history", "/host/series/try-it-out/running-order", "/host/series/try-it-out/mails", "/host/series/try-it-out/mails/greeting", "/host/series/opendatasaveslives/partners"];
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
    public async Task Without_scripts_the_console_says_that_it_needs_them()
    {
        var page = await app.SignedIn(chromium, withScript: false);

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The console needs JavaScript" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Public pages" })).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task An_open_console_ends_within_half_a_minute_once_its_sign_in_is_ended_on_another_device()
    {
        var (left, here) = (await app.SignedIn(chromium), await app.SignedIn(chromium));
        await left.GotoAsync(At("/host/series"));
        await Assertions.Expect(left.GetByRole(AriaRole.Heading, new() { Name = "Series" })).ToBeVisibleAsync();

        await here.GotoAsync(At("/host/sign-ins"));
        await here.GetByRole(AriaRole.Button, new() { Name = "Sign out everywhere" }).ClickAsync();

        await Assertions.Expect(here).ToHaveURLAsync(At("/account/sign-in?Ended=true"));
        await Assertions.Expect(left.GetByRole(AriaRole.Heading, new() { Name = "You are signed out" })).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }

    [BrowserFact]
    public async Task Somebody_an_admin_shuts_out_is_outside_within_half_a_minute_and_gets_no_new_link()
    {
        const string guest = "second.host@example.org";
        var admin = await app.SignedIn(chromium);
        await Invite(admin, guest, "Host");
        var page = await app.SignedIn(chromium, guest);
        await page.GotoAsync(At("/host/series/try-it-out"));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Try it out" })).ToBeVisibleAsync();

        await admin.GotoAsync(At("/host/hosts"));
        await admin.GetByRole(AriaRole.Button, new() { Name = $"Shut out {guest}" }).ClickAsync();
        await Assertions.Expect(admin.GetByText($"{guest} is shut out.")).ToBeVisibleAsync();
        await Axe.AssertNoViolations(admin);

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You are signed out" })).ToBeVisibleAsync(new() { Timeout = 30_000 });
        var mails = app.Mailbox.To(guest).Count;
        await page.GotoAsync(At("/host"));
        await page.Locator("#email").FillAsync(guest);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send me a link" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Look into your mail")).ToBeVisibleAsync();
        // A link that is sent leaves at once; the admin's own shows that mail leaves.
        await app.SignedIn(chromium);
        Assert.Equal(mails, app.Mailbox.To(guest).Count);
    }

    [AccessibilityFact]
    public async Task A_helper_is_offered_what_a_helper_may_do_and_nothing_else()
    {
        const string helper = "lends.a.hand@example.org";
        var host = await app.SignedIn(chromium);
        await Invite(host, helper, "Helper");
        await host.GotoAsync(At("/host/series/try-it-out"));
        var session = (await host.Locator("main a[href^='/host/sessions/']").First.GetAttributeAsync("href"))!;
        await host.GotoAsync(At(session));
        await Assertions.Expect(host.GetByRole(AriaRole.Button, new() { Name = "Move or cancel" })).ToBeVisibleAsync();

        var page = await app.SignedIn(chromium, helper);
        await page.GotoAsync(At(session));
        await Assertions.Expect(page.Locator(".tabs a").First).ToBeVisibleAsync();
        Assert.Equal(4, await page.Locator(".tabs a").CountAsync());
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Move or cancel" })).ToBeHiddenAsync();
        await Axe.AssertNoViolations(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Mail" })).ToBeHiddenAsync();
        await page.GotoAsync(At($"{session}/recording"));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Add a link" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Recording", new() { Exact = true })).ToBeHiddenAsync();
        await page.Locator("#link-url").FillAsync("https://example.org/slides");
        await page.Locator("#link-title").FillAsync("Slides of the day");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the link" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Slides of the day").First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Write-up" })).ToBeHiddenAsync();
        await page.GotoAsync(At($"{session}/edit"));
        await Assertions.Expect(page.Locator("#places")).ToBeHiddenAsync();
    }

    /// <summary>Into the series to try things out, and waits for the mail that says so.</summary>
    private async Task Invite(IPage host, string address, string role)
    {
        await host.GotoAsync(At("/host/series/try-it-out/team"));
        await host.Locator("input[type=email]").FillAsync(address);
        await host.Locator("select").SelectOptionAsync(new SelectOptionValue { Label = role });
        await host.GetByRole(AriaRole.Button, new() { Name = "Invite, send one mail" }).ClickAsync();
        await Assertions.Expect(host.GetByText(address).First).ToBeVisibleAsync();
        for (var patience = 0; app.Mailbox.To(address).Count == 0 && patience < 100; patience++) await Task.Delay(200);
    }

    private async Task<IEnumerable<string>> Look(IPage page, string path)
    {
        await page.GotoAsync(At(path));
        await Assertions.Expect(page.Locator("main h1")).ToBeVisibleAsync();
        return (await Axe.Violations(page)).Select(violation => $"{path}: {violation}");
    }

    private string At(string path) => app.At(path);
}
