using System.Text.Json;
using Sessions.Browser.Support;

namespace Sessions.Browser;

/// <summary>Passkeys with the browser's own virtual authenticator.</summary>
public sealed class PasskeyTests(Chromium chromium, RunningApp app) : IClassFixture<Chromium>, IClassFixture<RunningApp>
{
    [AccessibilityFact]
    public async Task A_host_adds_a_passkey_signs_out_everywhere_and_comes_back_by_it()
    {
        var page = await app.SignedIn(chromium);
        await Authenticator(page);
        await page.GotoAsync(At("/host/sign-ins"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Passkeys" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your passkeys" })).ToBeVisibleAsync();
        await Axe.AssertNoViolations(page);
        await page.Locator("#name").FillAsync("My phone");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The passkey is added.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "My phone" })).ToBeVisibleAsync();
        await Axe.AssertNoViolations(page);

        await page.GotoAsync(At("/host/sign-ins"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out everywhere" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(At("/account/sign-in?Ended=true"));
        await Axe.AssertNoViolations(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(At("/host"));

        await page.GotoAsync(At("/account/passkeys"));
        await Assertions.Expect(page.GetByText("Last used on")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove My phone" }).ClickAsync();
        await Assertions.Expect(page.GetByText("You have none yet.")).ToBeVisibleAsync();
        await page.GotoAsync(At("/account/sign-in"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByText("This passkey was not accepted. Let a link be sent instead.")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task What_a_device_signed_opens_the_console_once_and_for_what_was_asked_of_it_alone()
    {
        var page = await app.SignedIn(chromium);
        await Authenticator(page);
        await page.GotoAsync(At("/account/passkeys"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The passkey is added.")).ToBeVisibleAsync();

        await page.GotoAsync(At("/account/sign-in"));
        var signed = await Sign(page);
        var state = (await page.Context.CookiesAsync()).Single(c => c.Name == "passkey");
        Assert.StartsWith(At("/host"), await Send(page, signed), StringComparison.Ordinal);
        // The same answer once more, with the very question it belongs to.
        await page.Context.AddCookiesAsync([new() { Name = state.Name, Value = state.Value, Url = At("/account/sign-in") }]);
        Assert.EndsWith("Passkey=refused", await Send(page, signed), StringComparison.Ordinal);
        // An old answer to a new question.
        await Sign(page);
        Assert.EndsWith("Passkey=refused", await Send(page, signed), StringComparison.Ordinal);
        // Said to come from another site.
        Assert.EndsWith("Passkey=refused", await Send(page, FromElsewhere(await Sign(page))), StringComparison.Ordinal);
        Assert.StartsWith(At("/host"), await Send(page, await Sign(page)), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Without_scripts_the_sign_in_page_offers_the_link_alone()
    {
        var page = await chromium.NewVisitorWithoutScript();
        await page.GotoAsync(At("/account/sign-in"));

        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Send me a link" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" })).ToBeHiddenAsync();
    }

    /// <summary>Asks and signs as the page does, but keeps what was signed.</summary>
    private static Task<string> Sign(IPage page) => page.EvaluateAsync<string>("""
        async () => {
          const form = document.querySelector('form[data-passkey=get]');
          const answer = await fetch(form.dataset.options, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
          return JSON.stringify(await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(await answer.json()) }));
        }
        """);

    /// <returns>Where it leads.</returns>
    private static Task<string> Send(IPage page, string credential) => page.EvaluateAsync<string>("""
        async credential => {
          const form = document.querySelector('form[data-passkey=get]');
          const fields = new URLSearchParams(new FormData(form));
          fields.set('credential', credential);
          return (await fetch(form.action, { method: 'POST', body: fields })).url;
        }
        """, credential);

    private static string FromElsewhere(string credential)
    {
        var signed = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(credential)!;
        var response = signed["response"].EnumerateObject().ToDictionary(m => m.Name, m => m.Value.GetString());
        var said = System.Text.Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(response["clientDataJSON"]));
        response["clientDataJSON"] = System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(said.Replace("http://localhost", "http://elsewhere", StringComparison.Ordinal)));
        signed["response"] = JsonSerializer.SerializeToElement(response);
        return JsonSerializer.Serialize(signed);
    }

    private static async Task Authenticator(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    private string At(string path) => app.At(path);
}
