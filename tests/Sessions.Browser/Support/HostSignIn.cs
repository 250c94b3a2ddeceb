namespace Sessions.Browser.Support;

internal static class HostSignIn
{
    /// <summary>The host of Development, an admin.</summary>
    public const string Host = "host@example.org";

    public static string At(this RunningApp app, string path) => new Uri(app.Address, path).AbsoluteUri;

    /// <summary>By a mailed link: the one that the start prints works once.</summary>
    public static async Task<IPage> SignedIn(this RunningApp app, Chromium chromium, string address = Host, bool withScript = true)
    {
        var before = app.Mailbox.To(address).Count;
        var page = withScript ? await chromium.NewVisitor() : await chromium.NewVisitorWithoutScript();
        await page.GotoAsync(app.At("/account/sign-in"));
        await page.Locator("#email").FillAsync(address);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send me a link" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Look into your mail")).ToBeVisibleAsync();
        for (var patience = 0; app.Mailbox.To(address).Count == before && patience < 100; patience++) await Task.Delay(200);
        await page.GotoAsync(app.Mailbox.To(address)[before].Link("/account/enter/").AbsoluteUri);
        await page.Locator("main form button").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(app.At("/host"));
        return page;
    }
}
