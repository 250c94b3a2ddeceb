using System.Text;
using Sessions.Browser.Support;

namespace Sessions.Browser;

/// <summary>The framework's script and the component library do what the product needs of them.</summary>
public sealed class ScriptTests(Chromium chromium, RunningApp app) : IClassFixture<Chromium>, IClassFixture<RunningApp>
{
    [BrowserFact]
    public async Task Events_forms_uploads_interop_and_the_component_library_work_over_the_circuit()
    {
        var page = await SignedIn("/host/script-check");

        await page.Locator("#events button").ClickAsync();
        await Expect(page.Locator("#events output")).ToHaveTextAsync("1");
        await page.GetByLabel("Typed").FillAsync("loud");
        await Expect(page.Locator("#events p")).ToHaveTextAsync("LOUD");

        await page.Locator("#form button").ClickAsync();
        await Expect(page.Locator("#form .validation-errors, #form .validation-message").First).ToBeVisibleAsync();
        await page.GetByLabel("Name").FillAsync("A name");
        // The messages go as soon as the field is left, and the button moves up: it is not pressed while it moves.
        await page.GetByLabel("Name").BlurAsync();
        await Expect(page.Locator("#form .validation-errors, #form .validation-message")).ToHaveCountAsync(0);
        await page.Locator("#form button").ClickAsync();
        await Expect(page.Locator("#form output")).ToHaveTextAsync("A name");

        await page.GetByLabel("File").Choose(new FilePayload { Name = "note.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(new string('x', 70_000)) });
        await Expect(page.Locator("#upload output")).ToHaveTextAsync("note.txt: 70000");

        await page.Locator("#interop button").ClickAsync();
        await Expect(page.Locator("#interop output")).ToHaveTextAsync("Europe/London");
        await Expect(page.Locator("#interop-box")).ToBeFocusedAsync();

        await Expect(page.Locator("#library tbody tr")).ToHaveCountAsync(5);
        await page.Locator("#library").GetByRole(AriaRole.Button, new() { Name = "Next page" }).ClickAsync();
        await Expect(page.Locator("#library tbody tr").First).ToContainTextAsync("Row 6");
        await page.GetByRole(AriaRole.Button, new() { Name = "Open a dialog" }).ClickAsync();
        await page.Locator("#dialog-yes").ClickAsync();
        await Expect(page.Locator("#library > output")).ToHaveTextAsync("yes");
    }

    [BrowserFact]
    public async Task Navigation_inside_the_console_keeps_the_circuit()
    {
        var page = await SignedIn("/host/script-check");
        await page.EvaluateAsync("window.kept = true");

        await page.Locator("#next").ClickAsync();

        await Expect(page.Locator("h1")).ToHaveTextAsync("Script check 1");
        Assert.True(await page.EvaluateAsync<bool>("window.kept === true"));
    }

    [BrowserFact]
    public async Task Static_pages_stream_and_enhance_their_forms_and_links()
    {
        var page = await SignedIn("/host/script-check/static");
        await Expect(page.Locator("#streamed")).ToHaveTextAsync("Arrived");
        await page.EvaluateAsync("window.kept = true");

        await page.GetByLabel("Name").FillAsync("A name");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Expect(page.Locator("#sent")).ToHaveTextAsync("A name");
        await page.Locator("#again").ClickAsync();
        await Expect(page.Locator("#again-said")).ToHaveTextAsync("1");

        Assert.True(await page.EvaluateAsync<bool>("window.kept === true"));
    }

    [BrowserFact]
    public async Task A_console_page_comes_back_by_itself_after_a_server_restart()
    {
        var page = await SignedIn("/host/script-check");
        await page.Locator("#events button").ClickAsync();
        await Expect(page.Locator("#events output")).ToHaveTextAsync("1");
        await page.EvaluateAsync("window.kept = true");

        await app.Kill();
        await Expect(page.Locator("#components-reconnect-modal")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await app.Start();

        await page.WaitForFunctionAsync("() => !window.kept", null, new() { Timeout = 60_000 });
        await Clicked(page);
    }

    private static async Task Clicked(IPage page)
    {
        await Expect(page.Locator("#events output")).ToHaveTextAsync("0");
        await Expect(async () =>
        {
            await page.Locator("#events button").ClickAsync();
            await Expect(page.Locator("#events output")).Not.ToHaveTextAsync("0", new() { Timeout = 1000 });
        });
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    /// <summary>A click before the circuit stands is lost: tries again until one arrives.</summary>
    private static async Task Expect(Func<Task> attempt)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await attempt();
                return;
            }
            catch (PlaywrightException) when (tries < 10)
            {
                await Task.Delay(300);
            }
        }
    }

    /// <summary>The printed link works once; its cookie serves every test of this class, and outlives a restart.</summary>
    private static string? signedIn;

    private async Task<IPage> SignedIn(string path)
    {
        if (signedIn is null)
        {
            var first = await chromium.NewVisitor();
            await first.GotoAsync((await app.SignInLink()).AbsoluteUri);
            await first.Locator("main form button").ClickAsync();
            await Assertions.Expect(first).ToHaveURLAsync(new Uri(app.Address, "/host").AbsoluteUri);
            signedIn = await first.Context.StorageStateAsync();
        }

        var page = await chromium.NewVisitor(options => options.StorageState = signedIn);
        await page.GotoAsync(new Uri(app.Address, path).AbsoluteUri, new() { WaitUntil = WaitUntilState.NetworkIdle });
        return page;
    }
}
