using System.Globalization;
using System.Text.RegularExpressions;
using Sessions.Browser.Support;

namespace Sessions.Browser;

/// <summary>The hour itself: its parts put in order, and the sheet that two hosts hold in the hand.</summary>
public sealed class RunSheetTests(Chromium chromium, RunningApp app) : IClassFixture<Chromium>, IClassFixture<RunningApp>
{
    [AccessibilityFact]
    public async Task Parts_are_put_in_order_by_mouse_and_keys_and_what_one_host_begins_shows_on_the_other_sheet()
    {
        var host = await app.SignedIn(chromium);
        var session = await Soon(host);
        await host.GotoAsync(app.At($"{session}/order"));
        string[] kinds = ["Welcome", "Talk", "Close"];
        for (var part = 0; part < kinds.Length; part++)
        {
            await host.GetByRole(AriaRole.Button, new() { Name = "Add a part" }).ClickAsync();
            await host.Locator($"#order-kind-{part}").SelectOptionAsync(kinds[part]);
        }

        await Drag(host, from: 2, to: 0);
        await Assertions.Expect(host.Locator("#order-kind-0")).ToHaveValueAsync("Close");
        var handles = host.Locator("[data-handle]");
        await handles.Nth(0).FocusAsync();
        await host.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(host.GetByText("Close, now 2 of 3")).ToBeAttachedAsync();
        await Assertions.Expect(handles.Nth(1)).ToBeFocusedAsync();
        await host.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(handles.Nth(2)).ToBeFocusedAsync();
        await host.GetByRole(AriaRole.Button, new() { Name = "Save the running order" }).ClickAsync();
        await Assertions.Expect(host.GetByText("Saved. It is on the page.")).ToBeVisibleAsync();
        await Axe.AssertNoViolations(host);

        await host.GetByRole(AriaRole.Link, new() { Name = "Run sheet" }).ClickAsync();
        await Assertions.Expect(host.GetByText("Welcome").First).ToBeVisibleAsync();
        var phone = await Phone(host);
        await phone.GotoAsync(app.At($"{session}/run"));
        await phone.GetByRole(AriaRole.Button, new() { Name = "Begin" }).ClickAsync();
        await Assertions.Expect(host.Locator(".run-now h2")).ToHaveTextAsync("Welcome");
        await host.GetByRole(AriaRole.Button, new() { Name = "Next part" }).ClickAsync();
        await Assertions.Expect(phone.Locator(".run-now h2")).ToHaveTextAsync("Talk");
        await Assertions.Expect(phone.Locator(".run-list .next")).ToContainTextAsync("Close");
        await Axe.AssertNoViolations(phone);
        await phone.GetByRole(AriaRole.Button, new() { Name = "Back one" }).ClickAsync();
        await Assertions.Expect(host.Locator(".run-now h2")).ToHaveTextAsync("Welcome");
    }

    /// <summary>A session in ten minutes.</summary>
    private async Task<string> Soon(IPage host)
    {
        await host.GotoAsync(app.At("/host/series/try-it-out/plan"));
        var start = TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow.AddMinutes(10), TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));
        await host.Locator("#lines").FillAsync(start.ToString("yyyy-MM-dd, HH:mm', The hour itself'", CultureInfo.InvariantCulture));
        await host.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Save") }).ClickAsync();
        await Assertions.Expect(host).ToHaveURLAsync(new Regex("planned=1"));
        return (await host.GetByRole(AriaRole.Link, new() { Name = "The hour itself" }).First.GetAttributeAsync("href"))!;
    }

    /// <summary>The same sign-in on a small screen.</summary>
    private async Task<IPage> Phone(IPage host)
    {
        var phone = await chromium.NewPhoneVisitor();
        await phone.Context.AddCookiesAsync((await host.Context.CookiesAsync()).Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path, Secure = c.Secure, HttpOnly = c.HttpOnly, SameSite = c.SameSite }));
        return phone;
    }

    private static async Task Drag(IPage page, int from, int to)
    {
        var handles = page.Locator("[data-handle]");
        await handles.Nth(from).ScrollIntoViewIfNeededAsync();
        var (start, end) = ((await handles.Nth(from).BoundingBoxAsync())!, (await handles.Nth(to).BoundingBoxAsync())!);
        await page.Mouse.MoveAsync(start.X + (start.Width / 2), start.Y + (start.Height / 2));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(end.X + (end.Width / 2), end.Y + (end.Height / 4), new() { Steps = 12 });
        await page.Mouse.UpAsync();
    }
}
