using System.Text.RegularExpressions;
using Sessions.Browser.Support;

namespace Sessions.Browser;

/// <summary>The public pages as they stand with the sample record loaded.</summary>
public sealed class PublicPagesTests(Chromium chromium, RunningApp app) : IClassFixture<Chromium>, IClassFixture<RunningApp>
{
    [AccessibilityFact]
    public async Task No_public_page_breaks_a_rule_of_WCAG_in_light_or_dark()
    {
        var page = await chromium.NewVisitor();
        await page.GotoAsync(app.Address.AbsoluteUri);
        var series = await page.Locator(".series-card a").First.GetAttributeAsync("href");
        await page.GotoAsync(new Uri(app.Address, series).AbsoluteUri);
        var sessions = await page.Locator(".session-row a").EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href'))");

        foreach (var path in new[] { "/", "/archive", "/archive?q=health+foundation", "/archive?q=virtal+wards", "/archive?q=hollings+leeds", "/archive?q=blockchain&year=2023", "/about", "/privacy", "/nowhere", series!, sessions[0], sessions[^1], sessions[sessions.Length / 2] })
        {
            await page.GotoAsync(new Uri(app.Address, path).AbsoluteUri);
            await Axe.AssertNoViolations(page);
        }
    }

    [BrowserFact]
    public async Task Nothing_stands_wider_than_a_small_phone()
    {
        var page = await chromium.NewVisitor(visit => visit.ViewportSize = new() { Width = 320, Height = 640 });
        foreach (var path in new[] { "/", "/archive", "/archive?q=health+foundation", "/archive?q=" + new string('x', 151), "/about", "/nowhere" })
        {
            await page.GotoAsync(new Uri(app.Address, path).AbsoluteUri);
            Assert.Equal(0, await page.EvaluateAsync<int>("() => Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
        }
    }

    [BrowserFact]
    public async Task The_archive_is_searched_from_the_home_page_and_narrowed_without_a_script()
    {
        var page = await chromium.NewVisitorWithoutScript();
        await page.GotoAsync(app.Address.AbsoluteUri);

        await page.GetByRole(AriaRole.Searchbox).FillAsync("helth inequalities");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("These are the results for “health inequalities”.");
        await Assertions.Expect(page.Locator(".hit h3").First).ToContainTextAsync("Health Inequalities");
        await page.GetByLabel("Year").SelectOptionAsync("2022");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "With resources" }).ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/archive\\?q=helth%20inequalities&year=2022&has=resources$"));
        await Assertions.Expect(page.Locator(".hit")).ToHaveCountAsync(1);
    }

    [BrowserFact]
    public async Task The_appearance_is_chosen_without_a_script_and_stays()
    {
        var page = await chromium.NewVisitorWithoutScript();
        await page.GotoAsync(new Uri(app.Address, "/archive").AbsoluteUri);

        await page.GetByRole(AriaRole.Button, new() { Name = "Dark" }).ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new Uri(app.Address, "/archive").AbsoluteUri);
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
    }
}
